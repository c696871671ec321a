import { dimensions, type LocalizedText } from '../../vocabulary/index.ts';
import type { MetricRequest } from '../answer/types.ts';
import { MetricRequestError } from '../errors.ts';
import { addDays, dayNumber, monthStart } from '../planner/calendar.ts';
import { planFor } from '../planner/plan.ts';
import type { Question } from '../planner/request.ts';
import type { Tally } from '../tallies.ts';
import type { Asked } from './asked.ts';

/** Another question near the one asked, and how it differs. */
interface Variant {
  differs: LocalizedText;
  request: MetricRequest;
}

function withoutOneDimension(request: MetricRequest, { by, filters }: Question): Variant[] {
  const used = [...new Set([...by, ...filters.map(({ dimension }) => dimension)])].filter((name) => name !== 'SHOP');
  return used.map((name) => ({
    differs: {
      en: `Without “${dimensions[name].title.en}”`,
      zh: `不用“${dimensions[name].title.zh}”`,
    },
    request: {
      ...request,
      by: request.by?.filter((each) => each !== name) ?? [],
      where: request.where?.filter(({ dimension }) => dimension !== name) ?? [],
    },
  }));
}

function wholeMonths(request: MetricRequest, { period, grain }: Question): Variant[] {
  const to = addDays(monthStart(addDays(monthStart(period.to), 31)), -1);
  const whole = { from: monthStart(period.from), to };
  if (grain !== 'DAY' && grain !== 'WEEK' && whole.from === period.from && whole.to === period.to) return [];
  return [
    {
      differs: { en: `By whole months (${whole.from} to ${whole.to})`, zh: `按整月（${whole.from} 至 ${whole.to}）` },
      request: { ...request, period: whole, grain: 'MONTH' },
    },
  ];
}

/** The relations that would serve all of it without reading facts; none where facts would still be read. */
function servedBy(question: () => Question, tallies: readonly Tally[]): string[] {
  try {
    const other = question();
    const plans = tallies.map((tally) => planFor(tally, other));
    if (plans.some(({ source }) => source.from === 'facts')) return [];
    return [...new Set(plans.flatMap((plan) => plan.servedBy.split(', ')))];
  } catch (error) {
    if (error instanceof MetricRequestError) return [];
    throw error;
  }
}

/** What to ask instead: the nearest questions that a rollup serves, and the period that would fit; by the planner itself. */
export function adviceFor(
  { request, question, read }: Pick<Asked, 'request' | 'question' | 'read'>,
  tallies: readonly Tally[],
  fits: { share: number } | null,
): LocalizedText {
  const variants = [...withoutOneDimension(request, question), ...wholeMonths(request, question)];
  const served = variants.flatMap(({ differs, request: other }) => {
    const relations = servedBy(() => read(other), tallies);
    return relations.length > 0
      ? [
          {
            en: `${differs.en}, ${relations.join(' and ')} would answer at once.`,
            zh: `${differs.zh}，即可由 ${relations.join('、')} 直接回答。`,
          },
        ]
      : [];
  });
  const { from, to } = question.period;
  const days = dayNumber(to) - dayNumber(from) + 1;
  const fitting = fits ? Math.floor(days * fits.share) : 0;
  const shorter =
    fitting > 0 && fitting < days
      ? { en: `A period of up to ${fitting} days would do.`, zh: `时段不超过 ${fitting} 天即可。` }
      : { en: 'Ask for a shorter period, or without comparisons.', zh: '请缩短时段，或去掉对比。' };
  const all = [...served, shorter];
  return { en: all.map(({ en }) => en).join(' '), zh: all.map(({ zh }) => zh).join('') };
}
