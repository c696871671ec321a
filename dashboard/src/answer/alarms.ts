import { formatter } from '../format/index.ts';
import type { Lang, LocalizedText } from '../metric/types.ts';
import { sentences, type PageAnswer } from './sentence.ts';

export interface AlarmFacts {
  /** The latest first. */
  alarms: readonly { state: string; title: LocalizedText; detectedOn: string }[];
  series: number;
  monthlyFalseAlarms: number;
  through: string | null;
}

/** How many alarms are open and the latest of them; else what was the last one. */
export function answerAlarms({ alarms, series, monthlyFalseAlarms, through }: AlarmFacts, lang: Lang): PageAnswer {
  const format = formatter(lang);
  const open = alarms.filter(({ state }) => state === 'OPEN');
  const [latest] = open.length > 0 ? open : alarms;
  const n = format.count(open.length);
  const lead =
    series === 0
      ? format.say({ en: 'Nothing is watched yet.', zh: '尚无受监测的指标。' })
      : open.length === 0
        ? format.say({ en: 'No figure is out of its usual course.', zh: '目前没有指标偏离常态。' })
        : open.length === 1
          ? format.say({ en: 'One figure is out of its usual course.', zh: '有 1 项指标偏离常态。' })
          : format.say({ en: `${n} figures are out of their usual course.`, zh: `有 ${n} 项指标偏离常态。` });
  const last = latest
    ? format.say({
        en: `${open.length > 0 ? '' : 'The last one: '}${latest.title.en}.`,
        zh: `${open.length > 0 ? '' : '最近一次：'}${latest.title.zh}。`,
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
