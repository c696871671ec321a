import { formatter, type Formatter } from '../format/index.ts';
import type { SubjectLineFragment, TextSubjectsQuery, WordsQuery } from '../gql/graphql.ts';
import type { Lang } from '../metric/types.ts';
import { sentences, type PageAnswer } from './sentence.ts';

type Finding = WordsQuery['distinguishingWords'];
type Subjects = TextSubjectsQuery['textSubjects'];

/** With fewer reviews an aspect is not called the worst. */
const ENOUGH = 20;

/** Which words stand out, what is spoken of worst, and what is spoken of more than before. */
export function answerWords({ answer }: Finding, subjects: Subjects, lang: Lang): PageAnswer {
  const format = formatter(lang);
  return {
    lead: answer[lang],
    rest: sentences([worstText(subjects, format), risingText(subjects, format)], format),
  };
}

function worstText({ aspects }: Subjects, format: Formatter): string | null {
  const [worst] = aspects
    .filter(({ badShare, scored }) => badShare != null && (scored ?? 0) >= ENOUGH)
    .toSorted((a, b) => (b.badShare ?? 0) - (a.badShare ?? 0));
  if (!worst) return null;
  const [share, n] = [format.share(worst.badShare, 0), format.count(worst.scored)];
  return format.say({
    en: `Worst spoken of: ${worst.label.en.toLowerCase()}, ${share} bad of ${n} reviews.`,
    zh: `口碑最差的是${worst.label.zh}：${n} 条相关评价中差评占 ${share}。`,
  });
}

const rises = ({ differenceInterval }: SubjectLineFragment): boolean => (differenceInterval?.low ?? 0) > 0;

/** Only what chance does not explain. */
function risingText({ topics }: Subjects, format: Formatter): string | null {
  const [most] = topics.filter(rises).toSorted((a, b) => (b.difference ?? 0) - (a.difference ?? 0));
  if (!most)
    return format.say({
      en: 'No topic comes up more than in the days before.',
      zh: '与此前同样天数相比，没有哪个话题明显增多。',
    });
  const change = format.change(most.difference, { unit: 'PERCENT', decimals: 1 });
  return format.say({
    en: `“${most.label.en}” comes up more than in the days before (${change}).`,
    zh: `与此前同样天数相比，“${most.label.zh}”明显增多（${change}）。`,
  });
}
