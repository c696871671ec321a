import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import {
  answerMetrics,
  MetricRequestError,
  type MetricAnswer,
  type MetricPoint,
  type Period,
} from '@rapport/model/metrics';
import { metricsTold, oneOfEach, randomQuestions, type RandomQuestion } from './ask.ts';
import { asked } from './catalogue/catalogue.ts';
import type { Asked } from './catalogue/form.ts';
import { emptyFigure, keyOf, secondOpinion, type Figure, type Figures } from './second-opinion.ts';

/** Rows of their own in a schema of their own, from core alone. */
export async function layOutRows(pool: pg.Pool): Promise<void> {
  const folder = join(import.meta.dirname, 'rows');
  await pool.query('drop schema if exists asked cascade');
  for (const file of (await readdir(folder)).sort()) await pool.query(await readFile(join(folder, file), 'utf8'));
  await pool.query('analyze');
}

export async function lifeOf(pool: pg.Pool): Promise<Period> {
  const { rows } = await pool.query<Period>(
    `select min(ordered_on)::text as "from", max(ordered_on)::text as "to" from core.orders where deleted_at is null`,
  );
  return rows[0] as Period;
}

export interface Verdict {
  asked: number;
  /** Of them, those about what the shop never tells: no figure may stand there. */
  unknowable: number;
  /** Questions with a figure in at least one point. */
  told: number;
  points: number;
  refused: { cell: string; code: string; said: string }[];
  approximate: number;
  /** Questions without a figure in any point. */
  untold: string[];
  /** The differences, engine against SQL. */
  wrong: string[];
}

const near = (a: number | null, b: number | null, share: number): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b));

/** Counts are equal; what was divided is equal to what a double holds. `approximate` values may lie 1 % off. */
const agree = (point: MetricPoint, right: Figure): boolean =>
  near(point.numerator, right.numerator, 1e-12) &&
  near(point.denominator, right.denominator, 1e-12) &&
  near(point.value, right.value, point.approximate ? 0.01 : 1e-11);

/** Differences of one answer: every point of every series, and nothing left out. */
function differences(question: Asked, { series, asOf, truncatedSeries }: MetricAnswer, right: Figures): string[] {
  const seen = new Set<string>();
  const wrong: string[] = [];
  for (const { key, points } of series) {
    for (const point of points) {
      const cell = keyOf(
        point.bucket,
        key.map(({ value }) => value ?? ''),
      );
      seen.add(cell);
      const found = right.get(cell) ?? emptyFigure(question);
      // What has not begun is unknown; how many there were of it is not.
      const begun = asOf === null || point.bucket <= asOf;
      const unknown = !begun && (question.level === true || !found.denominator);
      const should = unknown ? { value: null, numerator: null, denominator: found.denominator } : found;
      if (agree(point, should)) continue;
      const { value, numerator, denominator } = point;
      wrong.push(`${cell}: engine ${JSON.stringify({ value, numerator, denominator })}, SQL ${JSON.stringify(should)}`);
    }
  }
  for (const [cell, figure] of truncatedSeries === 0 ? right : [])
    if (!seen.has(cell) && (figure.numerator || figure.denominator))
      wrong.push(`${cell}: left out, SQL ${JSON.stringify(figure)}`);
  return wrong;
}

async function holdOne(
  pool: pg.Pool,
  { cell, request }: RandomQuestion,
  knowable: ReadonlySet<string>,
  verdict: Verdict,
): Promise<void> {
  const [id] = request.metrics;
  const question = id === undefined ? undefined : asked[id];
  if (!question) throw new Error(`${id} is not in tests/questions/catalogue.`);
  verdict.asked += 1;
  let answer: MetricAnswer;
  try {
    answer = await answerMetrics(pool, request, { role: 'analyst' });
  } catch (error) {
    if (!(error instanceof MetricRequestError)) throw error;
    verdict.refused.push({ cell: `${id} · ${cell}`, code: error.code, said: error.message });
    return;
  }
  const points = answer.series.flatMap((each) => each.points);
  verdict.points += points.length;
  verdict.approximate += points.filter((point) => point.approximate).length;
  const told = points.some(({ value }) => value !== null);
  if (!knowable.has(request.metrics[0] as string)) {
    verdict.unknowable += 1;
    if (told) verdict.wrong.push(`${id} · ${cell}: has a value, though the shop never tells what it stands on`);
    return;
  }
  if (told) verdict.told += 1;
  else verdict.untold.push(`${id} · ${cell} · ${JSON.stringify(request.where)}`);
  const cut = {
    period: request.period,
    grain: request.grain ?? 'TOTAL',
    by: request.by ?? [],
    where: request.where ?? [],
  };
  const found = differences(question, answer, await secondOpinion(pool, question, cut));
  if (found.length === 0) return;
  const { servedBy } = answer.explain[0] ?? { servedBy: '?' };
  verdict.wrong.push(
    `${id} · ${cell} · ${JSON.stringify(cut)} · ${servedBy} · ${found.length} differ: ${found.slice(0, 3).join('; ')}`,
  );
}

/** Every metric once and so many random questions, each answered by the engine and by SQL over core. */
export async function holdAgainst(pool: pg.Pool, number: number, seed: number): Promise<Verdict> {
  const verdict: Verdict = {
    asked: 0,
    unknowable: 0,
    told: 0,
    points: 0,
    refused: [],
    approximate: 0,
    untold: [],
    wrong: [],
  };
  const life = await lifeOf(pool);
  const questions = [...oneOfEach(life, seed), ...(await randomQuestions(pool, life, number, seed))];
  const knowable = new Set<string>((await metricsTold(pool)).map(({ id }) => id));
  for (const question of questions) await holdOne(pool, question, knowable, verdict);
  return verdict;
}
