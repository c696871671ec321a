import type { PageAnswer } from './sentence.ts';

/** What the sentence needs of a rule, worded already. */
export interface RuleSaid {
  title: string;
  value: string;
  target: string;
  headroom: string;
  mend: string | null;
  status: 'KEPT' | 'AT_RISK' | 'BROKEN' | 'TOO_FEW' | 'NOTHING';
  /** Of its allowance what is used; 1 and more: none is left. */
  used: number | null;
}

type Lang = 'en' | 'zh';

const listed = (titles: readonly string[], lang: Lang): string => titles.join(lang === 'zh' ? '、' : ', ');

/** How many rules are kept, and the one that matters most: the broken that is farthest off, else the one with the least room. */
export function answerRules(set: string, whose: string, rules: readonly RuleSaid[], lang: Lang): PageAnswer {
  const judged = rules.filter(({ status }) => status !== 'TOO_FEW' && status !== 'NOTHING');
  if (judged.length === 0)
    return lang === 'zh'
      ? { lead: `${set}：${whose}数据太少，尚不能评判。`, rest: null }
      : { lead: `${set}: too little is known of ${whose} to judge it.`, rest: null };
  const broken = judged.filter(({ status }) => status === 'BROKEN');
  const worst = (broken.length > 0 ? broken : judged).toSorted((a, b) => (b.used ?? 0) - (a.used ?? 0))[0]!;
  const kept = judged.length - broken.length;
  if (broken.length === 0) {
    const lead =
      lang === 'zh'
        ? `${set}：${whose} ${judged.length} 项规则全部达标。`
        : `${set}: ${whose} keeps ${judged.length === 1 ? 'the one rule' : `all ${judged.length} rules`}.`;
    const rest =
      lang === 'zh'
        ? `余量最小的是${worst.title}（${worst.value}）：${worst.headroom}。`
        : `The least room is in ${worst.title} (${worst.value}): ${worst.headroom}.`;
    return { lead, rest };
  }
  const others = broken.filter((each) => each !== worst).map(({ title }) => title);
  const lead =
    lang === 'zh'
      ? `${set}：${whose} ${judged.length} 项规则中 ${kept} 项达标；${worst.title}未达标，${worst.value}，要求${worst.target}。`
      : `${set}: ${whose} keeps ${kept} of ${judged.length} rules; ${worst.title} is broken at ${worst.value}, where it has to be ${worst.target}.`;
  const also =
    others.length === 0
      ? ''
      : lang === 'zh'
        ? `另有${listed(others, lang)}未达标。`
        : ` Broken too: ${listed(others, lang)}.`;
  const mend = worst.mend ? (lang === 'zh' ? `；${worst.mend}` : `; ${worst.mend}`) : '';
  return {
    lead,
    rest:
      lang === 'zh'
        ? `${worst.headroom}${mend}。${also}`
        : `${worst.headroom.charAt(0).toUpperCase()}${worst.headroom.slice(1)}${mend}.${also}`,
  };
}
