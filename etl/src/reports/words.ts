import type { LocalizedText } from '@rapport/model/vocabulary';

type Language = 'en' | 'zh';

interface Told {
  name: string;
  /** What the page says of itself: its answer. */
  answer: string;
  /** Where to open it, with the same filters; null: nobody said how browsers reach the server. */
  address: string | null;
  unsubscribe: string | null;
}

const words = {
  open: { en: 'Open it with the same filters: ', zh: '以相同筛选打开：' },
  attached: { en: 'The whole page is attached as PDF.', zh: '整页见附件 PDF。' },
  rights: {
    en: 'It shows what the executive role sees: aggregates, small groups hidden.',
    zh: '内容按高管角色的权限生成：仅汇总数字，小群体不显示。',
  },
  unsubscribe: { en: 'No more of these: ', zh: '不再接收：' },
} as const satisfies Record<string, LocalizedText>;

export const subjectOf = (name: string): string => `[Rapport] ${name}`.replaceAll(/\s+/g, ' ').slice(0, 240);

export function textOf({ answer, address, unsubscribe }: Told, language: Language): string {
  const say = (key: keyof typeof words): string => words[key][language];
  return `${[
    answer,
    '',
    say('attached'),
    ...(address === null ? [] : [`${say('open')}${address}`]),
    '',
    say('rights'),
    ...(unsubscribe === null ? [] : [`${say('unsubscribe')}${unsubscribe}`]),
  ].join('\n')}\n`;
}

export const noMail: LocalizedText = {
  en: 'No mail server is configured. See "Reports" in docs/operations.',
  zh: '尚未配置邮件服务器，参见 docs/operations 中的 Reports 一节。',
};
