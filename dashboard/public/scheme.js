// Runs before the first paint so that a dark page never flashes white: the URL wins, then the last choice, then the system.
(function () {
  var search = new URLSearchParams(location.search);
  var asked = search.get('theme') || localStorage.getItem('rapport.theme');
  var dark = asked ? asked === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  var lang = search.get('lang') || localStorage.getItem('rapport.lang') || navigator.language;
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  document.documentElement.lang = /^zh/.test(lang) ? 'zh-CN' : 'en';
})();
