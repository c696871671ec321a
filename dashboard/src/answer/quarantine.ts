import { formatter } from '../format/index.ts';
import type { LocalizedText, Lang } from '../metric/types.ts';
import { sentences, type PageAnswer } from './sentence.ts';

export interface QuarantineFacts {
  state: 'WAITING' | 'REPLAYED' | 'DISCARDED' | 'SUPERSEDED';
  rows: number;
  /** Of them, those a person has put right already. */
  corrected: number;
  /** By reason, most rows first. */
  reasons: readonly { title: LocalizedText; rows: number }[];
}

type Saying = (n: string, one: boolean) => LocalizedText;
const LEADS: Record<QuarantineFacts['state'], Saying> = {
  WAITING: (n, one) => ({
    en: `${n} ${one ? 'row waits' : 'rows wait'}, nothing was dropped.`,
    zh: `${n} 行待处理，无一丢弃。`,
  }),
  REPLAYED: (n, one) => ({
    en: `${n} refused ${one ? 'row was' : 'rows were'} loaded after all.`,
    zh: `${n} 行曾被拒收，重放后已载入。`,
  }),
  DISCARDED: (n, one) => ({
    en: `${n} ${one ? 'row was' : 'rows were'} left out for good, each with a reason.`,
    zh: `${n} 行已弃用，均写明理由。`,
  }),
  SUPERSEDED: (n, one) => ({
    en: `${n} refused ${one ? 'row' : 'rows'} came again in a newer delivery.`,
    zh: `${n} 行已由更新的交付重新带来。`,
  }),
};

/** How many wait, then the one cause most of them share and what was done about it. */
export function answerQuarantine({ state, rows, corrected, reasons }: QuarantineFacts, lang: Lang): PageAnswer {
  const format = formatter(lang);
  if (rows === 0)
    return {
      lead: format.say(
        state === 'WAITING'
          ? { en: 'No row waits in quarantine.', zh: '隔离区没有待处理的行。' }
          : { en: 'No such rows.', zh: '没有这样的行。' },
      ),
      rest: null,
    };
  const [top] = reasons;
  const n = format.count(top?.rows);
  const cause = top ? format.say(top.title) : '';
  return {
    lead: format.say(LEADS[state](format.count(rows), rows === 1)),
    rest: sentences(
      [
        top && top.rows < rows && rows > 1
          ? format.say({ en: `${n} share one cause: ${cause}.`, zh: `其中 ${n} 行同因：${cause}。` })
          : format.say({ en: `One cause: ${cause}.`, zh: `原因只有一个：${cause}。` }),
        state === 'WAITING' && corrected > 0
          ? format.say({
              en: `${format.count(corrected)} ${corrected === 1 ? 'is' : 'are'} corrected and can be replayed.`,
              zh: `${format.count(corrected)} 行已更正，可以重放。`,
            })
          : '',
      ],
      format,
    ),
  };
}
