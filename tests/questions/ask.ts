import type pg from 'pg';
import {
  catalogue,
  type DimensionFilter,
  type Grain,
  type MetricDefinition,
  type MetricRequest,
  type Period,
} from '@rapport/model/metrics';
import { dice, type Dice } from '../golden/random-shop.ts';
import { asked } from './catalogue/catalogue.ts';
import { codesIn } from './second-opinion.ts';

const filterKinds = ['none', 'in', 'notIn'] as const;
const grains = ['TOTAL', 'MONTH', 'DAY', 'QUARTER', 'WEEK', 'YEAR'] as const;
const spans = ['whole months', 'any days', 'one month', 'everything'] as const;

/** One kind of question; every kind × cut × filter gets its turn, grains and periods go round with them. */
interface Cell {
  kind: string;
  cuts: number;
  filter: (typeof filterKinds)[number];
}

export interface RandomQuestion {
  cell: string;
  request: MetricRequest;
}

const known = catalogue.filter(({ id }) => Object.hasOwn(asked, id));

/** The metrics whose feeds one of the shops delivers: of any other every figure is unknown. */
export async function metricsTold(pool: pg.Pool): Promise<MetricDefinition[]> {
  const { rows } = await pool.query<{ told: string[] }>(
    'select array_agg(f.known) as told from ops.shop_feeds f group by f.shop',
  );
  return known.filter(({ needs }) => rows.some(({ told }) => needs.every((need) => told.includes(need))));
}

function cells(metrics: readonly MetricDefinition[]): Cell[] {
  const kinds = [...new Set(metrics.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => [0, 1, 2].flatMap((cuts) => filterKinds.map((filter) => ({ kind, cuts, filter }))));
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const DAY = 86_400_000;

/** `life`: the shop's first and last day of orders. */
function periodOf({ below }: Dice, span: (typeof spans)[number], grain: Grain, life: Period): Period {
  const days = (timeOf(life.to) - timeOf(life.from)) / DAY;
  if (span === 'everything' && grain !== 'DAY') return life;
  const start = timeOf(life.from) + below(Math.max(1, days - 120)) * DAY;
  if (span === 'any days')
    return { from: dayOf(start), to: dayOf(start + (30 + below(grain === 'DAY' ? 60 : 400)) * DAY) };
  const from = `${dayOf(start).slice(0, 7)}-01`;
  const months = span === 'one month' || grain === 'DAY' ? 1 : 2 + below(14);
  const first = new Date(timeOf(from));
  return { from, to: dayOf(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months, 0)) };
}

const shuffled = <T>({ below }: Dice, list: readonly T[]): T[] => {
  const rest = [...list];
  return Array.from({ length: list.length }, () => rest.splice(below(rest.length), 1)[0] as T);
};

/** Metrics of a kind in turn, each as often as the next. */
function turns(random: Dice, metrics: readonly MetricDefinition[]): (cell: Cell) => MetricDefinition {
  const waiting = new Map<string, MetricDefinition[]>();
  return ({ kind, cuts, filter }) => {
    const fits = metrics.filter((metric) => metric.kind === kind);
    const enough = fits.filter(({ dimensions }) => dimensions.length >= cuts + (filter === 'none' ? 0 : 1));
    const pool = enough.length > 0 ? enough : fits;
    const left = (waiting.get(kind) ?? []).filter((metric) => pool.includes(metric));
    const [next, ...rest] = left.length > 0 ? left : shuffled(random, pool);
    waiting.set(kind, [...(waiting.get(kind) ?? []).filter((metric) => !pool.includes(metric)), ...rest]);
    return next as MetricDefinition;
  };
}

/** By codes the metric's rows carry; what is left out leaves something. */
async function filterOf(
  pool: pg.Pool,
  { below, pick }: Dice,
  kind: 'in' | 'notIn',
  metric: MetricDefinition,
): Promise<DimensionFilter> {
  const own = asked[metric.id];
  if (!own) throw new Error(`${metric.id} is not in tests/questions/catalogue.`);
  const cuttable = metric.dimensions.filter((name) => kind === 'in' || name !== 'SHOP');
  const dimension = cuttable.length > 0 ? pick(cuttable) : 'SHOP';
  const codes = await codesIn(pool, own, dimension);
  if (codes.length === 0) return { dimension, notIn: ['another'] };
  const most = kind === 'in' ? 2 : Math.min(2, codes.length - 1);
  const chosen = Array.from({ length: Math.max(0, 1 + below(Math.max(1, most))) }, () => pick(codes));
  if (kind === 'notIn' && most < 1) return { dimension, notIn: ['another'] };
  return { dimension, [kind]: [...new Set(chosen)].filter((code) => code !== undefined) };
}

/** `number` questions, about what the shop tells, of which every kind × cut × filter has as many as the next; the same for the same seed. */
export async function randomQuestions(
  pool: pg.Pool,
  life: Period,
  number: number,
  seed: number,
): Promise<RandomQuestion[]> {
  const random = dice(seed);
  const { below } = random;
  const metrics = await metricsTold(pool);
  const next = turns(random, metrics);
  const all = shuffled(random, cells(metrics));
  const questions: RandomQuestion[] = [];
  for (let nth = 0; nth < number; nth += 1) {
    const cell = all[nth % all.length] as Cell;
    const metric = next(cell);
    const grain = grains[(nth + Math.floor(nth / all.length)) % grains.length] as Grain;
    const span = spans[(nth + below(2)) % spans.length] as (typeof spans)[number];
    const by = shuffled(random, metric.dimensions).slice(0, cell.cuts);
    const where: DimensionFilter[] = [];
    if (cell.filter !== 'none') where.push(await filterOf(pool, random, cell.filter, metric));
    questions.push({
      cell: `${cell.kind} · by ${by.length} · ${cell.filter} · ${grain} · ${span}`,
      request: { metrics: [metric.id], period: periodOf(random, span, grain, life), grain, by, where, limit: 1000 },
    });
  }
  return questions;
}

/** Every metric once by one of its dimensions, month by month over all of the shop's life and the days just after it: what is due, but not yet, lies there. */
export function oneOfEach({ from, to }: Period, seed: number): RandomQuestion[] {
  const { pick } = dice(seed);
  const period = { from, to: dayOf(timeOf(to) + 10 * DAY) };
  return known.map(({ id, kind, dimensions }) => {
    const cuts = dimensions.filter((name) => name !== 'SHOP');
    const by = cuts.length > 0 ? [pick(cuts)] : [];
    return {
      cell: `${kind} · each once · by ${by.length}`,
      request: { metrics: [id], period, grain: 'MONTH', by, limit: 1000 },
    };
  });
}
