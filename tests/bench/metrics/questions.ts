import { catalogue } from '@rapport/model/metrics';
import { addDays, HISTORY_END, monthsLater } from './days.ts';
import type { Asker, Question } from './asking.ts';
import { HISTORY } from './orders.ts';

/** The 24 months last asked about. */
const LAST: Omit<Question, 'metric' | 'by'> = { from: '2024-01-01', to: '2025-12-31' };

export interface Served {
  metric: string;
  kind: string;
  /** null: the whole shop. Only what a rollup holds. */
  cuts: (string | null)[];
}

const fromRollups = (servedBy: string): boolean => servedBy.split(', ').every((name) => name.startsWith('mart.'));

/** What the API itself says is served by rollups, as far as the shop has figures for it: a metric of empty feeds would only flatter. */
export async function servedByRollups(
  asker: Asker,
  only: readonly string[] | null,
): Promise<{ served: Served[]; others: number; empty: number }> {
  const served: Served[] = [];
  let [others, empty] = [0, 0];
  for (const { id, kind, dimensions } of catalogue) {
    if (only && !only.includes(id)) continue;
    const whole = (await asker.ask({ metric: id, by: null, ...LAST })).told;
    if (!fromRollups(whole.explain[0]?.servedBy ?? '')) others += 1;
    else if (whole.series[0]?.points.every(({ value }) => value === null || value === 0)) empty += 1;
    else {
      const cuts: (string | null)[] = [null];
      for (const by of dimensions.filter((name) => name !== 'SHOP')) {
        const { told } = await asker.ask({ metric: id, by, ...LAST }).catch(() => ({ told: null }));
        if (told && fromRollups(told.explain[0]?.servedBy ?? '') && told.series.length > 1) cuts.push(by);
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
