import { formatter } from '../../format/index.ts';
import type { EvidenceVerdict } from '../../gql/graphql.ts';
import type { Lang } from '../../metric/types.ts';

/** Of the claims answered so far, how many hold here. */
export function answerEvidence(
  verdicts: readonly EvidenceVerdict[],
  all: number,
  lang: Lang,
): { lead: string; rest: string } {
  const format = formatter(lang);
  const count = (verdict: EvidenceVerdict) => verdicts.filter((one) => one === verdict).length;
  const [holds, part, not, unknown] = (['SUPPORTED', 'MIXED', 'NOT_SUPPORTED', 'CANNOT_TELL'] as const).map(count);
  const left = all - verdicts.length;
  return {
    lead: format.say({
      en: `${holds} of ${all} claims about service and loyalty hold in this shop.`,
      zh: `关于服务与忠诚的 ${all} 条主张中，${holds} 条在本店成立。`,
    }),
    rest: format.say({
      en: `${part} ${part === 1 ? 'holds' : 'hold'} in part, ${not} ${not === 1 ? 'does' : 'do'} not, ${unknown} cannot be told yet${left > 0 ? `; ${left} being worked out` : ''}.`,
      zh: `${part} 条部分成立，${not} 条不成立，${unknown} 条尚无法判断${left > 0 ? `；${left} 条计算中` : ''}。`,
    }),
  };
}
