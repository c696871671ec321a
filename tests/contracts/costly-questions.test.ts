import { startApi } from '@rapport/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomShop } from '../golden/random-shop.ts';
import { apiOf, post, type Reply, type SeededApi } from './client.ts';

interface Told {
  metrics: { explain: { servedBy: string; reads: { relation: string; rows: number }[] }[] };
}
const question = (metrics: string, more = ''): string =>
  JSON.stringify({
    query: `{ metrics(metrics: [${metrics}], period: {from: "2024-01-01", to: "2024-12-31"}${more}) { explain { servedBy reads { relation rows } } } }`,
  });
const costly = ', by: [REGION, LATE]';

let api: SeededApi;
beforeAll(async () => {
  api = await apiOf(randomShop(5, 400));
  await api.database.pool.query('analyze');
});
afterAll(() => api.close());

const headers = (): Record<string, string> => ({ authorization: `Bearer ${api.keys.analyst}` });
async function askOf(
  options: { mostFactRows?: number; statementTimeoutMs?: number },
  body: string,
): Promise<Reply<Told>> {
  const strict = await startApi({ databaseUrl: api.database.url, port: 0, log: () => {}, ...options });
  try {
    return await post<Told>(strict.url, body, headers());
  } finally {
    await strict.close();
  }
}
const countOf = async (relation: string, more = ''): Promise<number> => {
  const { rows } = await api.database.pool.query<{ n: number }>(`select count(*)::int as n from ${relation} ${more}`);
  return rows[0]!.n;
};

describe('explain', () => {
  const readsOf = async (metrics: string, more = '') =>
    (await post<Told>(api.url, question(metrics, more), headers())).data?.metrics.explain.map(({ reads }) => reads);

  test('says about how many rows of a rollup, or of facts, were gone through', async () => {
    const year = `where ordered_on between '2024-01-01' and '2024-12-31'`;
    const orders = await countOf('journey.order_journey', year);
    const [total] = (await readsOf('ORDERS')) ?? [];
    expect(total).toEqual([{ relation: 'mart.orders_daily', rows: expect.any(Number) as number }]);
    expect(total![0]!.rows).toBeLessThan(366 * 2);
    const [both] = (await readsOf('ORDERS', costly)) ?? [];
    expect(both).toEqual([{ relation: 'journey.order_journey', rows: expect.any(Number) as number }]);
    expect(both![0]!.rows / orders).toBeGreaterThan(0.7);
    expect(both![0]!.rows / orders).toBeLessThan(1.4);
  });

  test('counts comparisons, and every relation of a metric across two', async () => {
    const rows = async (more: string) => (await readsOf('CUSTOMERS', `${costly}${more}`))?.[0]?.[0]?.rows ?? 0;
    expect(await rows(', compare: [PREVIOUS_PERIOD]')).toBeGreaterThan(await rows(''));
    const [across] = (await readsOf('COMPLAINT_RATE')) ?? [];
    expect(across?.map(({ relation }) => relation)).toContain('mart.orders_daily');
    expect(across).toHaveLength(2);
  });
});

describe('a question that falls to facts', () => {
  test('beyond the bound is refused before it is read, with what would be answered', async () => {
    const { errors } = await askOf({ mostFactRows: 100 }, question('ORDERS', costly));
    const { code, field, text } = errors[0]!.extensions as unknown as Record<string, string> & {
      text: Record<string, string>;
    };
    expect([code, field]).toEqual(['COST_LIMIT', 'period']);
    expect(text['en']).toMatch(
      /^This question would go through about [\d,]+ rows of journey\.order_journey; at most 100 are allowed\. Rollups hold one dimension at a time.* Without “Region”, mart\.orders_daily would answer at once\. Without “Delivered late”, mart\.orders_daily would answer at once\. A period of up to \d+ days would do\.$/,
    );
    expect(text['zh']).toMatch(
      /^此问题约需读取 journey\.order_journey 的 \d+ 行，上限为 100 行。.*即可由 mart\.orders_daily 直接回答。时段不超过 \d+ 天即可。$/,
    );
  });

  test('is told the whole months that a rollup holds', async () => {
    const days = question('ORDERS', ', by: [MERCHANT], grain: DAY').replace('2024-01-01', '2024-01-10');
    const { errors } = await askOf({ mostFactRows: 10 }, days);
    expect(errors[0]?.message).toContain(
      'By whole months (2024-01-01 to 2024-12-31), mart.orders_daily would answer at once.',
    );
  });

  test('within the bound, or served by a rollup however small the bound, is answered', async () => {
    expect((await askOf({ mostFactRows: 100_000 }, question('ORDERS', costly))).errors).toEqual([]);
    expect((await askOf({ mostFactRows: 1 }, question('ORDERS, CUSTOMERS, REPURCHASE_RATE_90D'))).errors).toEqual([]);
  });

  test('as two versions of a definition always do, is bounded alike', async () => {
    const versions = (from: string): string =>
      JSON.stringify({
        query: `{ metricVersions(metric: REFUND_RATE, versions: {before: 1, after: 2}, period: {from: "${from}", to: "2024-12-31"}) { points { inForce } } }`,
      });
    const { errors } = await askOf({ mostFactRows: 100 }, versions('2024-01-01'));
    expect(errors[0]?.extensions.code).toBe('COST_LIMIT');
    expect(errors[0]?.message).toMatch(/journey\.order_journey; at most 100 .*Both definitions.*A period of up to/);
    expect((await askOf({ mostFactRows: 100 }, versions('2024-12-20'))).errors).toEqual([]);
  });

  test('that takes too long is broken off, with what would be answered', async () => {
    const holder = await api.database.pool.connect();
    try {
      await holder.query('begin; lock table journey.order_journey in access exclusive mode');
      const { status, errors } = await askOf({ statementTimeoutMs: 200 }, question('ORDERS', costly));
      expect([status, errors[0]?.extensions.code]).toEqual([503, 'TIMED_OUT']);
      expect(errors[0]?.message).toMatch(/longer than allowed\. Rollups hold.*Without “Region”, mart\.orders_daily/);
    } finally {
      await holder.query('rollback');
      holder.release();
    }
  });
});
