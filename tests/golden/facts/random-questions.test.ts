import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerMetrics,
  catalogue,
  type DimensionFilter,
  type MetricAnswer,
  type MetricDefinition,
  type MetricId,
  type MetricPoint,
  type MetricRequest,
  type MetricSeries,
  type Period,
} from '@rapport/model/metrics';
import { testDatabase, type TestDatabase } from '../../testkit/index.ts';
import { DAYS, dayAt, dice } from '../random-shop.ts';
import { codesOf, reckoned, rowsOfAll, type Reckoned, type Reckoning, type Row } from './reckoner.ts';
import { randomFacts } from './random-facts.ts';

let database: TestDatabase;
let rows: Map<string, Row[]>;
beforeAll(async () => {
  database = await testDatabase();
  await randomFacts(21, 260, 'one').load(database.pool);
  await randomFacts(22, 120, 'two').load(database.pool);
  rows = await rowsOfAll(database.pool);
});
afterAll(() => database.drop());

const known = catalogue.filter(({ id }) => Object.hasOwn(reckoned, id));
const reckonedOf = (id: string): Reckoned => reckoned[id] as Reckoned;
const carries = (id: string, name: string): boolean =>
  reckonedOf(id).sources.every(({ relation }) => codesOf[relation]?.[name] !== undefined);

const codes = (relation: string, name: string, row: Row): string[] => codesOf[relation]?.[name]?.(row) ?? [];
/** A row passes where it carries one of the codes wanted and none of those unwanted. */
const passes = (relation: string, row: Row, filter: DimensionFilter): boolean => {
  const carried = codes(relation, filter.dimension, row);
  const wanted = !filter.in || carried.some((code) => filter.in?.includes(code));
  return wanted && !carried.some((code) => filter.notIn?.includes(code));
};

const dayOf = (row: Row, column: string): string => row[column] as string;

/** What one series' point should say. */
function expected(id: string, period: Period, series: MetricSeries, where: readonly DimensionFilter[]): Reckoning {
  const found = reckonedOf(id).sources.map(({ relation, day, where: own }) => {
    const chosen = (rows.get(relation) ?? []).filter(
      (row) =>
        row[day] !== null &&
        dayOf(row, day) <= period.to &&
        (!own || own(row)) &&
        where.every((filter) => passes(relation, row, filter)) &&
        series.key.every(({ dimension, value }) => codes(relation, dimension, row).includes(value ?? '')),
    );
    return { until: chosen, inside: chosen.filter((row) => dayOf(row, day) >= period.from) };
  });
  return reckonedOf(id).reckon(...found);
}

const figure = ({ value, numerator, denominator }: Pick<MetricPoint, 'value' | 'numerator' | 'denominator'>) =>
  [value, numerator, denominator].map((each) => (typeof each === 'number' ? Number(each.toPrecision(11)) : each));

/** How many figures of the metric itself were compared and held something. */
function compare({ series, asOf }: MetricAnswer, where: readonly DimensionFilter[], own: MetricId): number {
  const wrong = series.flatMap((each) =>
    each.points.flatMap((point) => {
      const { id } = each.metric;
      const period = { from: point.bucket, to: point.bucketEnd };
      // What will be in hand on a day to come is not known.
      if (point.value === null && asOf !== null && point.bucket > asOf) return [];
      const pairs = [
        { what: 'point', period, found: figure(point) },
        ...point.comparisons.map((earlier) => ({ what: earlier.kind, period: earlier.period, found: figure(earlier) })),
      ];
      return pairs.flatMap(({ what, period: days, found }) => {
        const right = figure(expected(id, days, each, where));
        const same = JSON.stringify(found) === JSON.stringify(right);
        return same ? [] : [{ id, what, key: each.key.map(({ value }) => value), days, found, right }];
      });
    }),
  );
  expect(wrong.slice(0, 5)).toEqual([]);
  return series
    .filter(({ metric }) => metric.id === own)
    .flatMap(({ points }) => points)
    .filter(({ value }) => value !== null).length;
}

describe('random questions over the facts are answered as reckoned row by row', () => {
  const { below, pick, chance } = dice(33);
  const sampled = (id: string, name: string): string => {
    const [source] = reckonedOf(id).sources;
    const row = source && pick(rows.get(source.relation) ?? []);
    return (row && codes(source.relation, name, row)[0]) ?? '';
  };

  function question({ id, dimensions }: MetricDefinition): MetricRequest {
    const by = dimensions.filter((name) => carries(id, name));
    const others = known.filter((metric) =>
      by.every((name) => carries(metric.id, name) && metric.dimensions.includes(name)),
    );
    const from = below(DAYS - 60);
    const filtered = chance(0.5) ? pick(by) : undefined;
    const values = filtered ? [sampled(id, filtered), sampled(id, filtered)] : [];
    const cut = chance(0.2) ? [] : [pick(by), pick(by)].slice(0, 1 + below(2));
    return {
      metrics: [...new Set<MetricId>([id, pick(others).id])],
      period: { from: dayAt(from), to: dayAt(from + below(DAYS - from)) },
      grain: pick(['TOTAL', 'TOTAL', 'MONTH', 'QUARTER', 'WEEK', 'YEAR']),
      by: [...new Set(cut)],
      where: filtered
        ? [chance(0.6) ? { dimension: filtered, in: values } : { dimension: filtered, notIn: values }]
        : [],
      compare: pick([[], ['PREVIOUS_PERIOD'], ['SAME_PERIOD_LAST_YEAR', 'SAME_WEEKDAYS_LAST_YEAR']]),
      limit: 1000,
    };
  }

  it.each(known.map((metric) => [metric.id, metric] as const))('%s', async (_, metric) => {
    let told = 0;
    for (let nth = 0; nth < 12; nth += 1) {
      const asked = question(metric);
      told += compare(await answerMetrics(database.pool, asked, { role: 'analyst' }), asked.where ?? [], metric.id);
    }
    expect(told).toBeGreaterThan(10);
  });
});

it('no slice is left out: the slices of a count add up to its rows', async () => {
  const answer = await answerMetrics(
    database.pool,
    {
      metrics: ['SERVICE_CASES'],
      period: { from: '2023-01-01', to: '2027-12-31' },
      by: ['CHANNEL', 'TOPIC'],
      limit: 1000,
    },
    { role: 'analyst' },
  );
  const sum = answer.series.reduce((total, { points }) => total + (points[0]?.value ?? 0), 0);
  expect(sum).toBe(rows.get('journey.case_journey')?.length);
  expect(answer.explain[0]?.slicesAddUp).toBe(true);
});
