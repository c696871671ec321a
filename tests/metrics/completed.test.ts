import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refreshJourney } from '@rapport/etl';
import { answerMetrics, compareVersions, learnDelays, type MetricAnswer, type MetricId } from '@rapport/model/metrics';
import { openDemoHouse, type DemoHouse } from '../testkit/demo-house.ts';

const analyst = { role: 'analyst' } as const;
const metrics: MetricId[] = [
  'REVIEWS',
  'POSITIVE_REVIEW_RATE',
  'NEGATIVE_REVIEW_RATE',
  'AVERAGE_REVIEW_SCORE',
  'REVIEW_RATE',
  'ON_TIME_DELIVERY_RATE',
  'DELIVERED_RATE',
  'DELIVERY_DAYS_MEAN',
  'COMPLAINT_RATE_BY_ORDER_DATE',
  'REFUND_RATE',
];

let house: DemoHouse;
let client: pg.PoolClient;
beforeAll(async () => {
  house = await openDemoHouse({
    orders: 8000,
    seed: 'house',
    sources: ['demo', 'demo_logistics', 'demo_helpdesk', 'demo_voice'],
  });
  client = await house.database.pool.connect();
});
afterAll(async () => {
  client.release();
  await house.close();
});

/** Core as it was known by the end of a day: nothing that happened later is there. Figures are read from facts. */
async function forget(after: string): Promise<void> {
  const later = (column: string) => `(${column} at time zone 'Asia/Shanghai')::date > '${after}'`;
  await client.query(`
    update core.shipments set delivered_at = null, delivered_on = null where delivered_on > '${after}';
    update core.orders o set status = 'shipped' where status = 'delivered' and exists (select from core.shipments s where s.customer_id = o.customer_id and s.order_id = o.id and s.delivered_on is null);
    update core.orders set status = 'approved', canceled_at = null, cancel_cause = null where ${later('canceled_at')};
    delete from core.orders where ordered_on > '${after}';
    delete from core.reviews r where ${later('answered_at')};
    delete from core.service_cases where opened_on > '${after}';
    delete from core.returns where requested_on > '${after}';
    update core.returns set refunded_at = null where ${later('refunded_at')};
    delete from core.payments p where not exists (select from core.orders o where o.customer_id = p.customer_id and o.id = p.order_id);
    update core.shops set as_of = '${after}';
    update ops.rollups set stale_since = now()`);
  await refreshJourney(client, 'shop', 'demo');
}

const ask = (from: string, to: string, grain: 'WEEK' | 'MONTH'): Promise<MetricAnswer> =>
  answerMetrics(client, { metrics, period: { from, to }, grain }, analyst);

const shift = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

interface Told {
  metric: string;
  cut: string;
  low: number;
  high: number;
  held: boolean;
}

/** What young figures were said to end at on a past day, beside what the same days come to in the end. */
async function toldOn(cut: string): Promise<Told[]> {
  const final = { WEEK: await ask(shift(cut, -48), cut, 'WEEK'), MONTH: await ask(shift(cut, -90), cut, 'MONTH') };
  await client.query('begin');
  try {
    await forget(cut);
    await learnDelays(client);
    const told: Told[] = [];
    for (const grain of ['WEEK', 'MONTH'] as const) {
      const then = await ask(final[grain].period.from, cut, grain);
      then.series.forEach(({ metric, points }, no) =>
        points.forEach(({ completed }, at) => {
          const value = final[grain].series[no]?.points[at]?.value;
          if (!completed || value == null) return;
          const { low, high } = completed;
          told.push({ metric: metric.id, cut, low, high, held: low - 1e-9 <= value && value <= high + 1e-9 });
        }),
      );
    }
    return told;
  } finally {
    await client.query('rollback');
  }
}

describe('the completed estimate', () => {
  it('holds what a figure came to in at least 90 of 100 cases, on past days of the demo shop', async () => {
    const cuts = [
      '2025-10-12',
      '2025-11-16',
      '2025-12-07',
      '2026-01-18',
      '2026-02-22',
      '2026-04-05',
      '2026-05-03',
      '2026-06-28',
      '2026-08-02',
    ];
    const told: Told[] = [];
    for (const cut of cuts) told.push(...(await toldOn(cut)));
    expect(new Set(told.map(({ metric }) => metric)).size).toBeGreaterThanOrEqual(8);
    expect(told.length).toBeGreaterThan(130);
    const held = told.filter((each) => each.held).length / told.length;
    expect(held, `${told.length} estimates`).toBeGreaterThanOrEqual(0.9);
    // No metric hides behind the others: of each, two of three hold, where chance alone would fail one in ten thousand.
    for (const [metric, own] of Map.groupBy(told, (each) => each.metric))
      expect([metric, own.length >= 9 && own.filter((each) => each.held).length < own.length * (2 / 3)]).toEqual([
        metric,
        false,
      ]);
  });

  it('is told of young figures only, and only where rows are chosen by shop and region', async () => {
    await learnDelays(client);
    const to = house.truth.of.asOf;
    const period = { from: shift(to, -120), to };
    const of = async (more: object) =>
      (await answerMetrics(client, { metrics: ['REVIEWS'], period, grain: 'WEEK', ...more }, analyst)).series[0]
        ?.points;
    const points = (await of({})) ?? [];
    expect(points[0]).toMatchObject({ mature: true, completed: null });
    const young = points.findLast(({ completed }) => completed);
    expect(young).toMatchObject({ mature: false });
    expect(young?.completed?.value).toBeGreaterThan(young?.value ?? Infinity);
    expect(young?.completed?.shareKnown).toBeCloseTo((young?.value ?? 0) / (young?.completed?.value ?? 1), 9);
    const someLate = await of({ where: [{ dimension: 'LATE', in: ['late'] }] });
    expect(someLate?.every(({ completed }) => completed === null)).toBe(true);
    expect((await of({ by: ['REGION'] }))?.some(({ completed }) => completed)).toBe(true);
  });
});

describe('two versions of a definition', () => {
  const period = { from: '2026-04-01', to: '2026-09-30' };

  it('are what SQL over core counts, and their difference sums', async () => {
    const { points } = await compareVersions(
      client,
      { metric: 'REFUND_RATE', before: 1, after: 2, period, grain: 'MONTH' },
      analyst,
    );
    const { rows } = await client.query<{ month: string; paid: number; applied: number; refunded: number }>(
      `select date_trunc('month', o.ordered_on)::date::text as month, count(*)::int as paid,
         (count(*) filter (where exists (select from core.returns r where r.order_id = o.id and r.customer_id = o.customer_id and r.kind in ('return', 'refund_only') and r.status <> 'canceled')))::int as applied,
         (count(*) filter (where exists (select from core.returns r where r.order_id = o.id and r.customer_id = o.customer_id and r.refunded_at is not null and r.status <> 'canceled')))::int as refunded
       from core.orders o where o.ordered_on between $1 and $2
         and exists (select from core.payments p where p.order_id = o.id and p.customer_id = o.customer_id and p.outcome <> 'failed')
       group by 1 order by 1`,
      [period.from, period.to],
    );
    expect(
      points.map(({ bucket, before, after }) => [bucket, before?.denominator, before?.numerator, after?.numerator]),
    ).toEqual(rows.map(({ month, paid, applied, refunded }) => [month, paid, applied, refunded]));
    for (const { difference, before, after, sameRows, onlyBefore, onlyAfter } of points) {
      expect([sameRows, onlyBefore, onlyAfter]).toEqual([before?.denominator, 0, 0]);
      expect(difference?.definition).toBeCloseTo((after?.value ?? 0) - (before?.value ?? 0), 12);
      expect(difference?.rows).toBe(0);
    }
    expect(points.map(({ inForce }) => inForce)).toEqual([1, 1, 1, 2, 2, 2]);
    expect(points.map(({ change }) => change && change.definition !== 0)).toEqual([
      null,
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  it('differ by rows where only one of them looks at these, and each is the figure of its version', async () => {
    const request = { metric: 'POSITIVE_SHARE_WRITTEN' as const, period };
    const [point] = (await compareVersions(client, { ...request, before: 1, after: 2 }, analyst)).points;
    expect(point?.onlyBefore).toBeGreaterThan(0);
    expect(point?.difference?.definition).toBeCloseTo(0, 12);
    expect(point?.difference?.rows).toBeCloseTo((point?.after?.value ?? 0) - (point?.before?.value ?? 0), 12);
    for (const [version, figure] of [
      [1, point?.before],
      [2, point?.after],
    ] as const) {
      const { series } = await answerMetrics(client, { metrics: [request.metric], period, version }, analyst);
      expect(series[0]?.metric.version).toBe(version);
      expect(series[0]?.points[0]).toMatchObject({ value: figure?.value, denominator: figure?.denominator });
    }
  });
});
