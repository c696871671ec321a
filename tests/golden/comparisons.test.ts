import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerMetrics,
  comparableEvents,
  type Grain,
  type MetricComparison,
  type MetricRequest,
  type Period,
} from '@rapport/model/metrics';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';
import { dayAt, dice, randomShop } from './random-shop.ts';

let database: TestDatabase;
let today: string;
beforeAll(async () => {
  database = await testDatabase();
  const made = randomShop(51, 900, 'one');
  for (const [code, from, to] of [
    ['OPENING-2024', '2024-03-04', '2024-03-06'],
    ['OPENING-2025', '2025-03-17', '2025-03-20'],
    ['D11-2024', '2024-11-01', '2024-11-12'],
  ] as const)
    made.put('calendar_events', code, {
      code,
      label_en: code,
      label_zh: code,
      kind: 'promotion',
      starts_on: from,
      ends_on: to,
    });
  await made.load(database.pool);
  const { rows } = await database.pool.query<{ day: string }>('select as_of::text as day from core.shops');
  today = rows[0]?.day ?? '';
});
afterAll(() => database.drop());

const ask = async (request: MetricRequest) => answerMetrics(database.pool, request, { role: 'analyst' });
const comparisons = async (request: Omit<MetricRequest, 'metrics'>): Promise<MetricComparison[]> => {
  const { series } = await ask({ metrics: ['ORDERS'], ...request });
  return series[0]?.points[0]?.comparisons ?? [];
};
const one = async <T>(text: string, values: unknown[]): Promise<T> =>
  (await database.pool.query(text, values)).rows[0] as T;
/** The same is asked for every metric, key and bucket: nothing here changes, and thousands of equal questions are one. */
const known = new Map<string, Promise<unknown>>();
const once = <T>(text: string, values: unknown[]): Promise<T> => {
  const id = JSON.stringify([text, values]);
  const answer = known.get(id) ?? one(text, values);
  known.set(id, answer);
  return answer as Promise<T>;
};

/** Days of an earlier year or month, by PostgreSQL's calendar: nothing of ours. */
const LAID_BACK = {
  days: `select ($1::date - $3::int)::text as "from", (least($2::date, $4::date) - $3::int)::text as "to"`,
  months: `select ($1::date - make_interval(months => $3::int))::date::text as "from",
    (case when last = (date_trunc('month', last) + interval '1 month - 1 day')::date
      then date_trunc('month', last) - make_interval(months => $3::int) + interval '1 month - 1 day'
      else last - make_interval(months => $3::int) end)::date::text as "to"
    from (select least($2::date, $4::date) as last) bucket`,
};
const COUNTED = `with told as (
    select o.id, o.customer_id, o.status, o.ordered_on, o.promised_on, c.identified, s.delivered_on
    from core.orders o join core.customers c using (customer_id)
      left join (select order_id, max(delivered_on) as delivered_on from core.shipments group by order_id) s on s.order_id = o.id where $3::text is null or coalesce(o.region_code, '') = $3
  ), placed as (select * from told where ordered_on between $1 and $2
  ), owed as (select * from told where promised_on between $1 and least($2::date, $4::date) and status not in ('canceled', 'unavailable'))
  select (select count(*)::int from placed) as orders,
    (select count(distinct customer_id)::int from placed where identified) as customers,
    (select count(*)::int from (select from placed where identified group by customer_id having count(*) >= 2) twice) as repeaters,
    (select count(*)::int from placed where status = 'delivered') as delivered,
    (select count(*)::int from owed) as due, (select count(*)::int from owed where delivered_on <= promised_on) as kept`;

describe('compared days, against PostgreSQL’s own calendar and counting', () => {
  const { below, pick, chance } = dice(52);
  const monthsOf = { MONTH: 1, QUARTER: 3, YEAR: 12, TOTAL: 0 } as const;
  type Case = { request: MetricRequest; back: { days: number } | { months: number } };
  const cases = Array.from({ length: 30 }, (): Case => {
    const grain = pick<Grain>(['TOTAL', 'DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR']);
    const by: MetricRequest['by'] = chance(0.4) ? ['REGION'] : [];
    const metrics: MetricRequest['metrics'] = [
      'ORDERS',
      'CUSTOMERS',
      'REPEAT_PURCHASE_RATE',
      'DELIVERED_RATE',
      'PROMISE_KEPT_RATE',
    ];
    const kind = pick(['weekdays', 'spring', 'opening', 'months'] as const);
    const common = { metrics, grain, by, limit: 100 };
    if (kind === 'months') {
      const period = pick([
        { from: '2025-01-01', to: '2025-06-30' },
        { from: '2025-05-01', to: '2025-05-31' },
        { from: '2025-01-01', to: '2025-12-31' },
        { from: '2024-04-01', to: '2024-06-30' },
      ]);
      const coarse: Grain = grain === 'DAY' || grain === 'WEEK' ? 'MONTH' : grain;
      const whole = (Number(period.to.slice(5, 7)) - Number(period.from.slice(5, 7)) + 1) % 12 || 12;
      const months = chance(0.5) ? 12 : whole;
      // Months before are laid over months only where every bucket is one.
      const fits = months === 12 || coarse === 'TOTAL' || monthsOf[coarse] <= whole;
      return {
        request: {
          ...common,
          period,
          grain: fits ? coarse : 'TOTAL',
          compare: [months === 12 && whole !== 12 ? 'SAME_PERIOD_LAST_YEAR' : 'PREVIOUS_PERIOD'],
        },
        back: { months },
      };
    }
    const from = dayAt(370 + below(120));
    const period = { from, to: dayAt(370 + 120 + below(60)) };
    if (kind === 'weekdays')
      return { request: { ...common, period, compare: ['SAME_WEEKDAYS_LAST_YEAR'] }, back: { days: 364 } };
    const events = { spring: 'SPRING_FESTIVAL', opening: 'OPENING' } as const;
    const days = { spring: 354, opening: 378 }; // 2025-01-29 − 2024-02-10, 2025-03-17 − 2024-03-04
    return {
      request: { ...common, period, compare: ['SAME_DAYS_OF_EVENT'], events: [events[kind]] },
      back: { days: days[kind] },
    };
  });

  async function expected(back: Case['back'], days: Period): Promise<Period> {
    const [text, amount] = 'days' in back ? [LAID_BACK.days, back.days] : [LAID_BACK.months, back.months];
    return once<Period>(text, [days.from, days.to, amount, today]);
  }

  async function counted(metric: string, { from, to }: Period, region: string | null): Promise<(number | null)[]> {
    const found = await once<Record<string, number>>(COUNTED, [from, to, region, today]);
    const parts: Record<string, readonly [string, string?]> = {
      ORDERS: ['orders'],
      CUSTOMERS: ['customers'],
      REPEAT_PURCHASE_RATE: ['repeaters', 'customers'],
      DELIVERED_RATE: ['delivered', 'orders'],
      PROMISE_KEPT_RATE: ['kept', 'due'],
    };
    return [0, 1].map((place) => found[parts[metric]?.[place] ?? ''] ?? null);
  }

  it.each(cases.map((each, index) => [index, each] as const))('question %i', async (_, { request, back }) => {
    const { series } = await ask(request);
    const [found, right]: [unknown[], unknown[]] = [[], []];
    for (const { metric, key, points } of series) {
      const region = request.by?.length ? (key[0]?.value ?? '') : null;
      for (const { bucket, bucketEnd, comparisons: told } of points) {
        const at = [metric.id, region, bucket];
        found.push([...at, told.map(({ period, numerator, denominator }) => [period, numerator, denominator])]);
        const period = await expected(back, { from: bucket, to: bucketEnd });
        right.push([...at, bucket > today ? [] : [[period, ...(await counted(metric.id, period, region))]]]);
      }
    }
    expect(found).toEqual(right);
  });
});

describe('several at once', () => {
  it('come in the order they were asked for, one for each event, each with its own days and change', async () => {
    const found = await comparisons({
      period: { from: '2025-01-26', to: '2025-02-01' },
      compare: ['SAME_DAYS_OF_EVENT', 'PREVIOUS_PERIOD', 'SAME_WEEKDAYS_LAST_YEAR', 'SAME_PERIOD_LAST_YEAR'],
      events: ['SPRING_FESTIVAL', 'CHRISTMAS'],
    });
    expect(found.map(({ kind, event, period }) => [kind, event?.code ?? null, period.from, period.to])).toEqual([
      ['SAME_DAYS_OF_EVENT', 'SPRING_FESTIVAL', '2024-02-07', '2024-02-13'],
      ['SAME_DAYS_OF_EVENT', 'CHRISTMAS', '2024-01-26', '2024-02-01'],
      ['PREVIOUS_PERIOD', null, '2025-01-19', '2025-01-25'],
      ['SAME_WEEKDAYS_LAST_YEAR', null, '2024-01-28', '2024-02-03'],
      ['SAME_PERIOD_LAST_YEAR', null, '2024-01-28', '2024-02-03'],
    ]);
    expect(found[0]?.event).toMatchObject({ label: { zh: '春节' }, day: '2025-01-29', earlierDay: '2024-02-10' });
    expect(
      found.every(
        ({ change, changeInterval, significant }) =>
          change !== null && (changeInterval === null) === (significant === null),
      ),
    ).toBe(true);
  });

  it('whole months can be laid over the same weekdays too', async () => {
    const [weekdays, months] = await comparisons({
      period: { from: '2025-03-01', to: '2025-03-31' },
      compare: ['SAME_WEEKDAYS_LAST_YEAR', 'SAME_PERIOD_LAST_YEAR'],
    });
    expect(weekdays?.period).toEqual({ from: '2024-03-02', to: '2024-04-01' });
    expect(months?.period).toEqual({ from: '2024-03-01', to: '2024-03-31' });
  });
});

describe('any earlier days', () => {
  const told = async (request: Partial<MetricRequest>) =>
    (await comparisons({ period: { from: '2025-03-05', to: '2025-03-18' }, compare: ['GIVEN_PERIOD'], ...request }))[0];
  const ordersIn = async (from: string, to: string): Promise<number> =>
    (
      await one<{ n: number }>('select count(*)::int as n from core.orders where ordered_on between $1 and $2', [
        from,
        to,
      ])
    ).n;

  it('are compared where there are as many, or as many whole months', async () => {
    const days = { from: '2024-06-10', to: '2024-06-23' };
    expect(await told({ against: days })).toMatchObject({ period: days, value: await ordersIn(days.from, days.to) });
    const months = { from: '2024-02-01', to: '2024-03-31' };
    const found = await told({ period: { from: '2024-12-01', to: '2025-01-31' }, against: months });
    expect(found).toMatchObject({ period: months, value: await ordersIn(months.from, months.to) });
  });

  it('are laid under the days asked by their place', async () => {
    const { series } = await ask({
      metrics: ['ORDERS'],
      period: { from: '2025-03-01', to: '2025-03-31' },
      grain: 'DAY',
      compare: ['GIVEN_PERIOD'],
      against: { from: '2025-02-01', to: '2025-02-28' },
    });
    const points = series[0]?.points ?? [];
    expect(points[4]?.comparisons[0]).toMatchObject({
      period: { from: '2025-02-05', to: '2025-02-05' },
      value: await ordersIn('2025-02-05', '2025-02-05'),
    });
    expect(points.slice(28).map(({ comparisons: none }) => none)).toEqual([[], [], []]);
  });

  it.each<[string, Partial<MetricRequest>, string, RegExp]>([
    ['that are not named', {}, 'NO_PERIOD', /“against”/],
    [
      'that are named but not asked for',
      { compare: [], against: { from: '2025-01-01', to: '2025-01-14' } },
      'NO_PERIOD',
      /GIVEN_PERIOD/,
    ],
    ['that run into the period', { against: { from: '2025-02-20', to: '2025-03-05' } }, 'NOT_EARLIER', /earlier days/],
    [
      'that are fewer',
      { against: { from: '2025-01-01', to: '2025-01-07' } },
      'OTHER_LENGTH',
      /from: "2025-01-01", to: "2025-01-14"/,
    ],
  ])('%s are refused in words', async (_, request, code, words) => {
    await expect(told(request)).rejects.toMatchObject({ code, field: 'against', message: words });
  });
});

describe('this month to today', () => {
  it('is compared with as many days of the month before, and may be judged', async () => {
    const month = `${today.slice(0, 7)}-01`;
    const { series } = await ask({
      metrics: ['ORDERS'],
      period: { from: month, to: '2025-05-31' },
      compare: ['PREVIOUS_PERIOD'],
    });
    const point = series[0]?.points[0];
    const before = await one<{ n: number }>(
      `select count(*)::int as n from core.orders where ordered_on between '2025-04-01' and $1::date - interval '1 month'`,
      [today],
    );
    expect(today).toBe('2025-05-13');
    expect(point).toMatchObject({
      partial: true,
      comparisons: [{ period: { from: '2025-04-01', to: '2025-04-13' }, value: before.n }],
    });
    expect(point?.comparisons[0]?.verdict).not.toBe('UNKNOWN');
  });
});

describe('the events of a period', () => {
  it('are told with the days they would be compared with, the shop’s own among them', async () => {
    const found = await comparableEvents(database.pool, { from: '2025-03-01', to: '2025-03-31' }, 'one');
    expect(found[0]).toMatchObject({
      code: 'OPENING',
      told: true,
      inside: true,
      compared: { from: '2024-02-17', to: '2024-03-18' },
    });
    expect(found.slice(1).every(({ inside }) => !inside)).toBe(true);
  });
  it('are refused by name where they are not known, with what is', async () => {
    const request = { period: { from: '2025-03-01', to: '2025-03-31' }, compare: ['SAME_DAYS_OF_EVENT' as const] };
    await expect(comparisons({ ...request, events: ['CARNIVAL'] })).rejects.toMatchObject({
      code: 'UNKNOWN_EVENT',
      message: expect.stringMatching(/Known for this period: OPENING \(2024-03-04 → 2025-03-17\)/),
    });
    await expect(comparisons(request)).rejects.toMatchObject({ code: 'NO_EVENT' });
    await expect(comparisons({ period: request.period, events: ['OPENING'] })).rejects.toMatchObject({
      code: 'NO_EVENT',
    });
    await expect(
      comparisons({ period: { from: '2024-03-01', to: '2024-03-31' }, compare: request.compare, events: ['OPENING'] }),
    ).rejects.toMatchObject({ code: 'NO_EARLIER_EVENT' });
  });
});
