import type { Translation } from '../words.ts';

export const en = {
  welcome: 'Sign in with a one-time link.',
  welcomeWhy: 'Rapport keeps no password. Whoever runs it can print a link; it opens this browser once.',
  expired: 'This link has been used or has expired.',
  expiredWhy: 'A link works once, and only for a short time. Print a new one; nothing else changed.',
  ended: 'Your session has ended.',
  endedWhy: 'Open a new link to go on. Your filters are kept in the address of this page.',
  step: 'On the machine that runs Rapport:',
  command: 'npm run rapport -- link "Li Na" --role analyst',
  demoStep: 'A running demo prints its link when it starts:',
  demoCommand: 'npm run demo',
  then: 'Then open the printed address in this browser.',
  retry: 'I have opened the link',
  offline: 'The server does not answer.',
  offlineWhy: 'The page is here, the figures are not. Check that “npm run rapport -- serve” is running, then retry.',
} as const;

export const zh: Translation<typeof en> = {
  welcome: '用一次性链接登录。',
  welcomeWhy: 'Rapport 不保存密码。运行它的人可以打印一个链接，仅能在浏览器中打开一次。',
  expired: '这个链接已使用或已过期。',
  expiredWhy: '链接只能用一次，且很快失效。重新打印一个即可，其他一切照旧。',
  ended: '会话已结束。',
  endedWhy: '打开新链接即可继续。筛选保存在本页地址中。',
  step: '在运行 Rapport 的机器上：',
  command: 'npm run rapport -- link "李娜" --role analyst',
  demoStep: '演示启动时会打印它的链接：',
  demoCommand: 'npm run demo',
  then: '然后在本浏览器中打开打印出的地址。',
  retry: '我已打开链接',
  offline: '服务器没有应答。',
  offlineWhy: '页面已就绪，数字没有到。请确认 “npm run rapport -- serve” 正在运行，然后重试。',
};
