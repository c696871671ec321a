import { formatter } from '../format/index.ts';
import type { Lang } from '../metric/types.ts';
import { sentences, type PageAnswer } from './sentence.ts';

export interface RunFacts {
  state: 'RUNNING' | 'COMMITTED' | 'UNCHANGED' | 'FAILED';
  source: string;
  seconds: number | null;
  read: number;
  written: number;
  quarantined: number;
  pending: number;
  /** Published figures it moved. */
  moved: number;
  /** Why it failed, in a few words. */
  error: { en: string; zh: string } | null;
}

/** What a run did and how fast, then what it left for somebody to do. */
export function answerRun(run: RunFacts, lang: Lang): PageAnswer {
  const format = formatter(lang);
  const { en, zh } = LEADS[run.state]({
    source: run.source,
    read: format.count(run.read),
    written: format.count(run.written),
    took: format.duration(run.seconds),
    error: run.error ? format.say(run.error) : '',
  });
  return { lead: format.say({ en, zh }), rest: run.state === 'COMMITTED' ? restOf(run, lang) : null };
}

type Words = Record<'source' | 'read' | 'written' | 'took' | 'error', string>;
const LEADS: Record<RunFacts['state'], (words: Words) => { en: string; zh: string }> = {
  RUNNING: ({ source }) => ({ en: `${source} is being loaded.`, zh: `正在载入 ${source}。` }),
  UNCHANGED: ({ source }) => ({
    en: `${source} had nothing new; nothing was changed.`,
    zh: `${source} 没有新内容，未作任何改动。`,
  }),
  FAILED: ({ source, error }) => ({
    en: `The load of ${source} failed${error ? `: ${error}` : ''}. Nothing was changed.`,
    zh: `${source} 载入失败${error ? `：${error}` : ''}，未作任何改动。`,
  }),
  COMMITTED: ({ source, read, written, took }) => ({
    en: `${source}: ${read} records read, ${written} rows written, in ${took}.`,
    zh: `${source}：读入 ${read} 条记录，写入 ${written} 行，用时 ${took}。`,
  }),
};

function restOf({ quarantined, pending, moved }: RunFacts, lang: Lang): string | null {
  const format = formatter(lang);
  const waits = quarantined === 0 && pending === 0;
  return sentences(
    [
      waits ? format.say({ en: 'Nothing waits.', zh: '没有待处理的行。' }) : '',
      quarantined > 0
        ? format.say({
            en: `${format.count(quarantined)} wait in quarantine.`,
            zh: `${format.count(quarantined)} 行被隔离待处理。`,
          })
        : '',
      pending > 0
        ? format.say({
            en: `${format.count(pending)} wait for their parent.`,
            zh: `${format.count(pending)} 行等待父行。`,
          })
        : '',
      moved > 0
        ? format.say({
            en: `It moved ${format.count(moved)} published ${moved === 1 ? 'figure' : 'figures'}.`,
            zh: `改变了 ${format.count(moved)} 个已发布的数字。`,
          })
        : '',
    ],
    format,
  );
}
