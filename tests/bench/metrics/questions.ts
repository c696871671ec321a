import { catalogue } from '@rapport/model/metrics';
import { addDays, HISTORY_END, monthsLater } from './days.ts';
import type { Asker, Question, Told } from './asking.ts';
import { HISTORY } from './orders.ts';

/** The 24 months last asked about begin here. */
const FIRST_OF_LAST = '2024-01-01';

export interface Served {
  metric: string;
  kind: string;
  /** null: the whole shop. Only what a rollup holds. */
  cuts: (string | null)[];
}

const isFromRollups = ({ explain }: Told): boolean =>
  (explain[0]?.servedBy ?? '').split(', ').every((name) => name.startsWith('mart.'));

/** The last month tells what serves a question, and facts answer it quickly; of few values percentiles are read from facts, so they are asked all. */
async function askRollups(asker: Asker, kind: string, question: Omit<Question, 'from' | 'to'>): Promise<Told | null> {
  const ask = async (from: string) =>
    (await asker.ask({ ...question, from, to: HISTORY_END }).catch(() => null))?.told ?? null;
  if (kind !== 'PERCENTILE') {
    const month = await ask(`${HISTORY_END.slice(0, 7)}-01`);
    if (!month || !isFromRollups(month)) return null;
  }
  const told = await ask(FIRST_OF_LAST);
  return told && isFromRollups(told) ? told : null;
}

/** What the API itself says is served by rollups, as far as the shop has figures for it: a metric of empty feeds would only flatter. */
export async function servedByRollups(
  asker: Asker,
  only: readonly string[] | null,
): Promise<{ served: Served[]; others: number; empty: number }> {
  const served: Served[] = [];
  let [others, empty] = [0, 0];
  for (const { id, kind, dimensions } of catalogue) {
    if (only && !only.includes(id)) continue;
    const whole = await askRollups(asker, kind, { metric: id, by: null });
    if (!whole) others += 1;
    else if (whole.series[0]?.points.every(({ value }) => value === null || value === 0)) empty += 1;
    else {
      const cuts: (string | null)[] = [null];
      for (const by of dimensions.filter((name) => name !== 'SHOP')) {
        const told = await askRollups(asker, kind, { metric: id, by });
        if (told && told.series.length > 1) cuts.push(by);
      }
      served.push({ metric: id, kind, cuts });
    }
  }
  return { served, others, empty };
}

/** 24 months that begin on any day of the first two years; those of merchants on the first of a month, as they are kept by months. */
export function* rangesOf({ metric, cuts }: Served, count: number): Generator<Question> {
  let seed = [...metric].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7) >>> 0;
  const below = (most: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * most);
  };
  for (let no = 0; no < count; no += 1) {
    const by = cuts[below(cuts.length)] ?? null;
    const day = addDays(HISTORY.from, below(HISTORY.days - 731));
    const from = by === 'MERCHANT' ? `${day.slice(0, 7)}-01` : day;
    const to = addDays(monthsLater(from, 24), -1);
    yield { metric, by, from, to: to > HISTORY_END ? HISTORY_END : to };
  }
}
