import { createApiKey } from '@rapport/api';
import { catalogue, completeRollups } from '@rapport/model/metrics';
import type { Dimension, Scope, ScopeDimension } from '@rapport/model/vocabulary';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, openDemoHouse, type Answer, type DemoHouse } from '../testkit/demo-house.ts';

const scopes: readonly ScopeDimension[] = ['CARRIER', 'MERCHANT', 'TEAM'];
const period = 'period: { from: "2024-11-01", to: "2026-10-31" }';

let house: DemoHouse;
let analyst: string;
const leads = new Map<ScopeDimension, { scope: Scope; key: string }>();

/** The busiest code of each kind. */
const busiest: Record<ScopeDimension, string> = {
  CARRIER:
    'select carrier_code as code from core.shipments where carrier_code is not null group by 1 order by count(*) desc, 1 limit 1',
  MERCHANT:
    'select code from journey.order_journey, unnest(merchants) code group by 1 order by count(*) desc, 1 limit 1',
  TEAM: 'select team as code from core.service_cases where team is not null group by 1 order by count(*) desc, 1 limit 1',
};

beforeAll(async () => {
  house = await openDemoHouse({ orders: 600, seed: 'leads' });
  await completeRollups(house.database.pool);
  // Learned delays are weighed by the orders of each day of the whole shop, which leads do not see: theirs are the declared days.
  await house.database.pool.query('delete from ops.delay_curves');
  analyst = await house.key('analyst');
  for (const dimension of scopes) {
    const { rows } = await house.database.pool.query<{ code: string }>(busiest[dimension]);
    const scope: Scope = { dimension, values: [rows[0]!.code] };
    const { key } = await createApiKey(house.database.pool, { role: 'lead', label: `lead of ${dimension}`, scope });
    leads.set(dimension, { scope, key });
  }
});
afterAll(() => house.close());

const of = (dimension: ScopeDimension): { scope: Scope; key: string } => leads.get(dimension)!;
const filterOf = ({ dimension, values }: Scope): string => `{ dimension: ${dimension}, in: ${JSON.stringify(values)} }`;

const SERIES = `series { metric { id currency } key { dimension value label { en zh } } points { bucket value numerator denominator sample interval { low high } status mature
  comparisons { kind value numerator denominator sample change } } } truncatedSeries`;
const figures = (metrics: readonly string[], more: string): string =>
  `{ metrics(metrics: [${metrics.join(', ')}], ${period}, ${more}) { ${SERIES} } }`;

/** Kinds that follow customers to orders outside. */
const following = new Set<string>(['RETENTION', 'DEPTH', 'SURVIVAL']);

/** Metrics whose rows tell whose they are, a dozen a question; and the others. */
const carrying = (dimension: ScopeDimension, ...more: Dimension[]): string[][] => {
  const ids = catalogue.filter(
    (each) => [dimension, ...more].every((name) => each.dimensions.includes(name)) && !following.has(each.kind),
  );
  return Array.from({ length: Math.ceil(ids.length / 12) }, (_, n) =>
    ids.slice(n * 12, n * 12 + 12).map(({ id }) => id),
  );
};

interface Series {
  metric: { id: string };
  key: { value: string }[];
  points: { value: number | null; sample: number }[];
}
const seriesOf = ({ data }: Answer): Series[] => (data?.['metrics'] as { series: Series[] } | undefined)?.series ?? [];

describe.each(scopes)('a lead of one %s', (dimension) => {
  test.each<[string, string, Dimension[]]>([
    ['in all', '', []],
    ['by month, compared', 'grain: MONTH, compare: [PREVIOUS_PERIOD]', []],
    ['by channel', 'by: [CHANNEL]', ['CHANNEL']],
    ['by category', 'by: [CATEGORY]', ['CATEGORY']],
  ])('sees of every metric, %s, the figure of their rows', async (_, more, needed) => {
    const { scope, key } = of(dimension);
    const asked = carrying(dimension, ...needed);
    for (const metrics of asked) {
      const lead = await ask(house.url, key, figures(metrics, more));
      const filtered = await ask(house.url, analyst, figures(metrics, `${more} where: [${filterOf(scope)}]`));
      const told = ({ data, errors }: Answer): unknown => errors?.[0]?.message ?? data;
      expect(told(lead.answer), metrics.join()).toEqual(told(filtered.answer));
    }
  });

  test('is refused every metric whose rows do not tell whose they are, or that follows customers elsewhere', async () => {
    const { key } = of(dimension);
    const others = catalogue.filter(({ dimensions, kind }) => !dimensions.includes(dimension) || following.has(kind));
    expect(others.length).toBeGreaterThan(5);
    for (const { id } of others) {
      const { answer } = await ask(house.url, key, figures([id], ''));
      expect(answer.data, id).toBeNull();
    }
  });

  test('sees of their own dimension their own value only, and nothing under the name of another', async () => {
    const { scope, key } = of(dimension);
    let seen = 0;
    for (const metrics of carrying(dimension)) {
      const own = seriesOf((await ask(house.url, key, figures(metrics, `by: [${dimension}]`))).answer);
      for (const one of own) expect(scope.values).toContain(one.key[0]!.value);
      seen += own.length;
    }
    expect(seen).toBeGreaterThan(10);
    const foreign = `where: [{ dimension: ${dimension}, notIn: ${JSON.stringify(scope.values)} }]`;
    for (const metrics of carrying(dimension)) {
      for (const { metric, points } of seriesOf((await ask(house.url, key, figures(metrics, foreign))).answer)) {
        expect(
          points.map(({ sample }) => sample),
          metric.id,
        ).toEqual([0]);
        expect(points[0]?.value ?? 0, metric.id).toBe(0);
      }
    }
  });
});

/** Which rows are in the scope of a lead ($1: the codes), said apart from policies and views. */
const hasParcel = 'exists (select from core.shipments p where p.order_id = o.order_id and p.carrier_code = any($1))';
const hasItem =
  'exists (select from core.order_items i join core.merchants m on m.id = i.merchant_id where i.order_id = o.order_id and m.external_id = any($1))';
const hasCase =
  'exists (select from core.service_cases e where e.order_id = o.order_id and e.team = any($1) and e.deleted_at is null)';
const ordersThat = (condition: string): string =>
  `select o.order_id as id from journey.order_journey o where ${condition}`;
const byView = (view: string, id: string, condition: string): string =>
  `select ${id} as id from journey.${view} where ${condition}`;

const inScope: Record<string, Record<ScopeDimension, string>> = {
  orders: { CARRIER: ordersThat(hasParcel), MERCHANT: ordersThat(hasItem), TEAM: ordersThat(hasCase) },
  shipments: {
    CARRIER: byView('parcel_journey', 'parcel_id', 'carrier_code = any($1)'),
    MERCHANT: byView('parcel_journey', 'parcel_id', 'merchants && $1'),
    TEAM: 'select null::uuid as id where false and $1::text[] is null',
  },
  serviceCases: {
    CARRIER: byView('case_journey', 'case_id', 'carrier_code = any($1)'),
    MERCHANT: byView('case_journey', 'case_id', 'merchant_external_id = any($1)'),
    TEAM: byView('case_journey', 'case_id', 'team = any($1)'),
  },
  returns: {
    CARRIER: byView('return_journey', 'return_id', 'carrier_code = any($1)'),
    MERCHANT: byView('return_journey', 'return_id', 'merchant_external_id = any($1)'),
    TEAM: 'select null::uuid as id where false and $1::text[] is null',
  },
  compensations: {
    CARRIER: byView('compensation_facts', 'compensation_id', 'carrier_code = any($1)'),
    MERCHANT: byView('compensation_facts', 'compensation_id', 'merchants && $1'),
    TEAM: byView('compensation_facts', 'compensation_id', 'team = any($1)'),
  },
};

const wholeList: Record<string, string> = {
  orders: 'journey.order_journey',
  shipments: 'journey.parcel_journey',
  serviceCases: 'journey.case_journey',
  returns: 'journey.return_journey',
  compensations: 'journey.compensation_facts',
};

interface Page {
  totalCount: number;
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function everyRow(key: string, list: string): Promise<{ ids: string[]; total: number } | string> {
  const ids: string[] = [];
  let after: string | null = null;
  for (;;) {
    const query = `{ ${list}(first: 100${after ? `, after: "${after}"` : ''}) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`;
    const { answer, text } = await ask(house.url, key, query);
    const page = answer.data?.[list] as Page | undefined;
    if (!page) return text;
    ids.push(...page.nodes.map(({ id }) => id));
    if (!page.pageInfo.hasNextPage) return { ids: ids.toSorted(), total: page.totalCount };
    after = page.pageInfo.endCursor;
  }
}

describe.each(Object.keys(inScope))('%s', (list) => {
  test.each(scopes)('of a lead of one %s are the rows SQL finds, and as many', async (dimension) => {
    const { scope, key } = of(dimension);
    const { rows } = await house.database.pool.query<{ id: string }>(inScope[list]![dimension], [scope.values]);
    const expected = rows.map(({ id }) => id).toSorted();
    const seen = await everyRow(key, list);
    expect(seen).toEqual({ ids: expected, total: expected.length });
    const { rows: whole } = await house.database.pool.query<{ n: number }>(
      `select count(*)::int as n from ${wholeList[list]}`,
    );
    expect(whole[0]!.n).toBeGreaterThan(expected.length);
  });
});

test.each(scopes)('a lead of one %s finds nothing by an id outside, as if it did not exist', async (dimension) => {
  const { scope, key } = of(dimension);
  const mine = { order: inScope['orders']![dimension], serviceCase: inScope['serviceCases']![dimension] };
  const all = {
    order: 'select order_id as id from journey.order_journey',
    serviceCase: 'select case_id as id from journey.case_journey',
  };
  for (const field of ['order', 'serviceCase'] as const) {
    const { rows } = await house.database.pool.query<{ id: string }>(
      `select id from (${all[field]}) a where id not in (${mine[field]}) limit 20`,
      [scope.values],
    );
    expect(rows.length).toBeGreaterThan(0);
    const absent = await ask(house.url, key, `{ ${field}(id: "00000000-0000-4000-8000-000000000000") { id } }`);
    for (const { id } of rows) {
      const found = await ask(house.url, key, `{ ${field}(id: "${id}") { id } }`);
      expect(found.answer).toEqual(absent.answer);
      expect(found.answer.data).toEqual({ [field]: null });
    }
  }
});

const ORDER = `id externalId items { id } payments { id } shipments { id carrierCode events { id stationCode } } cases { id team { value } events { id } } returns { id } compensations { id }`;

test('what hangs on a row of the scope keeps to it too', async () => {
  const carrier = of('CARRIER');
  const { answer } = await ask(house.url, carrier.key, `{ orders(first: 50) { nodes { ${ORDER} } } }`);
  expect(answer.errors).toBeUndefined();
  const nodes = (answer.data!['orders'] as { nodes: { shipments: { carrierCode: string }[] }[] }).nodes;
  const codes = new Set(nodes.flatMap(({ shipments }) => shipments.map(({ carrierCode }) => carrierCode)));
  expect([...codes]).toEqual(carrier.scope.values);

  const team = of('TEAM');
  const ofTeam = await ask(house.url, team.key, `{ orders(first: 50) { nodes { ${ORDER} } } }`);
  const orders = (ofTeam.answer.data!['orders'] as { nodes: { cases: { team: { value: string } }[] }[] }).nodes;
  const teams = new Set(orders.flatMap(({ cases }) => cases.map((each) => each.team.value)));
  expect([...teams]).toEqual(team.scope.values);
});

test('rows behind a figure are those of the scope, and name no other merchant', async () => {
  const { scope, key } = of('MERCHANT');
  const rows = (who: string, where: string) =>
    ask(
      house.url,
      who,
      `{ metricRows(first: 100, behind: { metric: ORDERS, part: NUMERATOR, ${period}${where} }) { totalCount nodes { id values { dimension value } } } }`,
    );
  const lead = await rows(key, '');
  const filtered = await rows(analyst, `, where: [${filterOf(scope)}]`);
  type Rows = { totalCount: number; nodes: { id: string; values: { dimension: string; value: string }[] }[] };
  const seen = lead.answer.data!['metricRows'] as Rows;
  const expected = filtered.answer.data!['metricRows'] as Rows;
  expect(seen.totalCount).toBe(expected.totalCount);
  expect(seen.nodes.map(({ id }) => id)).toEqual(expected.nodes.map(({ id }) => id));
  const named = seen.nodes.flatMap(({ values }) => values.filter((each) => each.dimension === 'MERCHANT'));
  expect(new Set(named.map(({ value }) => value))).toEqual(new Set(scope.values));
});

test('the database itself shows a lead nothing else, whatever is asked of it', async () => {
  const { scope } = of('CARRIER');
  const client = await house.database.pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('rapport.scope_dimension', 'CARRIER', true), set_config('rapport.scope_codes', $1, true)`,
      [`{${scope.values[0]}}`],
    );
    await client.query('set local role rapport_scoped');
    const { rows } = await client.query<{ carrier: string }>(
      'select distinct carrier_code as carrier from core.shipments',
    );
    expect(rows.map(({ carrier }) => carrier)).toEqual(scope.values);
    for (const table of ['mart.cases_by_opened', 'mart.parcels_by_delivered']) {
      const cells = await client.query<{ cell: string }>(
        `select distinct dimension || ' ' || value as cell from ${table}`,
      );
      expect(cells.rows.map(({ cell }) => cell)).toEqual([`CARRIER ${scope.values[0]}`]);
    }
    for (const relation of [
      'journey.case_journey',
      'core.customers',
      'vault.contacts',
      'auth.users',
      'ops.audit',
      'ops.quarantine',
    ]) {
      await client.query('savepoint s');
      await expect(client.query(`select from ${relation}`)).rejects.toThrow(/permission denied/);
      await client.query('rollback to s');
    }
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('without a scope nobody scoped sees anything', async () => {
  const client = await house.database.pool.connect();
  try {
    await client.query('begin; set local role rapport_scoped');
    for (const table of [
      'journey.order_journey',
      'core.shipments',
      'core.service_cases',
      'core.order_items',
      'mart.orders_daily',
      'scoped.case_journey',
    ])
      expect((await client.query(`select from ${table}`)).rowCount, table).toBe(0);
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('every view of the journey that tells whose its rows are is read through the scope', async () => {
  const { rows } = await house.database.pool.query<{ name: string }>(
    `select distinct c.table_name as name from information_schema.columns c join information_schema.views v using (table_schema, table_name)
     where c.table_schema = 'journey' and c.column_name in ('carrier_code', 'merchants', 'merchant_external_id', 'team')
       and not exists (select from information_schema.views s where s.table_schema = 'scoped' and s.table_name = c.table_name)`,
  );
  expect(rows).toEqual([]);
});

test('no table of the house is open to the scoped by default', async () => {
  const { rows } = await house.database.pool.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('core', 'journey', 'mart') and c.relkind in ('r', 'p') and not c.relrowsecurity
       and has_table_privilege('rapport_scoped', c.oid, 'select')`,
  );
  expect(rows).toEqual([]);
});
