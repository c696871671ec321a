import { formatter } from '../format/index.ts';
import type { Lang, LocalizedText } from '../metric/types.ts';
import { sentences, type PageAnswer } from './sentence.ts';

export interface LineageFacts {
  title: LocalizedText;
  feeds: number;
  /** Systems that bring them. */
  sources: number;
  /** Feeds nobody brings. */
  missing: readonly LocalizedText[];
  /** Rows of these feeds that were refused and wait. */
  waiting: number;
}

/** What a figure stands on, then what of it is missing or waits. */
export function answerLineage({ title, feeds, sources, missing, waiting }: LineageFacts, lang: Lang): PageAnswer {
  const format = formatter(lang);
  const name = format.say(title);
  const n = format.count(feeds);
  const from = format.count(sources);
  const whose = feeds === 1 ? 'its' : 'their';
  const list = missing.map((each) => format.say(each)).join(format.say({ en: ', ', zh: '、' }));
  return {
    lead: format.say({
      en: `“${name}” stands on ${n} ${feeds === 1 ? 'feed' : 'feeds'} from ${from} ${sources === 1 ? 'source' : 'sources'}.`,
      zh: `“${name}”来自 ${from} 个来源的 ${n} 个数据流。`,
    }),
    rest: sentences(
      [
        missing.length > 0 ? format.say({ en: `Nobody delivers: ${list}.`, zh: `尚无来源提供：${list}。` }) : '',
        waiting > 0
          ? format.say({
              en: `${format.count(waiting)} of ${whose} rows ${waiting === 1 ? 'waits' : 'wait'} in quarantine.`,
              zh: `其中 ${format.count(waiting)} 行在隔离区待处理。`,
            })
          : format.say({ en: `None of ${whose} rows waits in quarantine.`, zh: '其中没有行在隔离区待处理。' }),
      ],
      format,
    ),
  };
}
