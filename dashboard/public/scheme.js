// Runs before the first paint so that a dark page never flashes white: the URL wins, then the last choice, then the system.
{
  const search = new URLSearchParams(location.search);
  const asked = search.get('theme') ?? localStorage.getItem('rapport.theme');
  const dark = asked === null ? matchMedia('(prefers-color-scheme: dark)').matches : asked === 'dark';
  const lang = search.get('lang') ?? localStorage.getItem('rapport.lang') ?? navigator.language;
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  document.documentElement.lang = lang.startsWith('zh') ? 'zh-CN' : 'en';
}
