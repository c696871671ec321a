import { formatter } from '../format/index.ts';
import type { Lang, LocalizedText } from '../metric/types.ts';
import { sentences, type PageAnswer } from './sentence.ts';

export interface AlarmFacts {
  /** The latest first. */
  alarms: readonly { state: string; title: LocalizedText; lastOn: string; excess: number }[];
  series: number;
  monthlyFalseAlarms: number;
  through: string | null;
}

/** Alarms that ended so many days before the latest one, or fewer, are of the same time. */
const LATELY_DAYS = 90;
const DAY_MS = 86_400_000;

/** Of those that are open, else of the last quarter that had any: the one with the most events above the usual. */
export function largestOf<Alarm extends AlarmFacts['alarms'][number]>(alarms: readonly Alarm[]): Alarm | undefined {
  const open = alarms.filter(({ state }) => state === 'OPEN');
  const latest = Math.max(...alarms.map(({ lastOn }) => Date.parse(lastOn)));
  const lately = alarms.filter(({ lastOn }) => latest - Date.parse(lastOn) <= LATELY_DAYS * DAY_MS);
  return (open.length > 0 ? open : lately).toSorted((a, b) => b.excess - a.excess)[0];
}

/** How many alarms are open and the largest of them; else what was the largest lately. */
export function answerAlarms({ alarms, series, monthlyFalseAlarms, through }: AlarmFacts, lang: Lang): PageAnswer {
  const format = formatter(lang);
  const open = alarms.filter(({ state }) => state === 'OPEN');
  const told = largestOf(alarms);
  const n = format.count(open.length);
  const lead =
    series === 0
      ? format.say({ en: 'Nothing is watched yet.', zh: '尚无受监测的指标。' })
      : open.length === 0
        ? format.say({ en: 'No figure is out of its usual course.', zh: '目前没有指标偏离常态。' })
        : open.length === 1
          ? format.say({ en: 'One figure is out of its usual course.', zh: '有 1 项指标偏离常态。' })
          : format.say({ en: `${n} figures are out of their usual course.`, zh: `有 ${n} 项指标偏离常态。` });
  const last = told
    ? format.say({
        en: `${open.length > 0 ? '' : 'The largest lately: '}${told.title.en}.`,
        zh: `${open.length > 0 ? '' : '近期最大的一次：'}${told.title.zh}。`,
      })
    : null;
  const budget = monthlyFalseAlarms.toFixed(monthlyFalseAlarms < 10 ? 1 : 0);
  const watched =
    series === 0
      ? format.say({
          en: 'It begins with the next load, three weeks of history on.',
          zh: '积累三周历史后，将从下一次导入开始监测。',
        })
      : format.say({
          en: `${format.count(series)} series are watched up to ${format.day(through)}; by the budget at most ${budget} of their alarms a month are false.`,
          zh: `共监测 ${format.count(series)} 条序列，截至${format.day(through)}；按误报预算，每月误报最多 ${budget} 次。`,
        });
  return { lead, rest: sentences([last, watched], format) };
}
