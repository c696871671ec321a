import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, askFor, openDemoHouse, type DemoHouse } from '../testkit/demo-house.ts';
import { EveryQuery } from './every-query.ts';
import { KnownPeople, type Finding } from './known-people.ts';
import { searchFiles, type Search } from './search-files.ts';

let house: DemoHouse;
let people: KnownPeople;

beforeAll(async () => {
  house = await openDemoHouse({ orders: 2000, seed: 'privacy' });
  people = new KnownPeople(house.shopDirectory);
});
afterAll(() => house.close());

/** The data directory without the other databases of this server: tables, unlogged landing, WAL, sorts spilled to disk. */
async function searchDataDirectory(): Promise<Search> {
  const { pool } = house.database;
  await pool.query('checkpoint');
  const { rows } = await pool.query<{ directory: string; database: string }>(
    "select current_setting('data_directory') as directory, oid::text as database from pg_database where datname = current_database()",
  );
  const { directory = '', database = '' } = rows[0] ?? {};
  const [databases, ours] = [`${join(directory, 'base')}/`, `${join(directory, 'base', database)}/`];
  return searchFiles(directory, people, (path) => !path.startsWith(databases) || path.startsWith(ours));
}

describe('on the disk', () => {
  it('knows a thousand people, and finds them in the files they came from', () => {
    expect(people.size).toBeGreaterThanOrEqual(1000);
    const found = people.inText(readFileSync(join(house.shopDirectory, 'demo', 'customers.csv'), 'utf8'));
    for (const kind of ['name', 'phone', 'email'] as const)
      expect(found.filter((one) => one.kind === kind).length, kind).toBeGreaterThanOrEqual(1000);
  });

  it('finds none of them in the data directory after they were loaded', async () => {
    const { rows } = await house.database.pool.query<{ masked: number; sealed: number }>(
      'select (select count(*)::int from core.customers where name_masked is not null and phone_masked is not null) as masked, (select count(distinct customer_id)::int from vault.contacts) as sealed',
    );
    // What is known of two accounts of one person is sealed once.
    const { registered, merged } = house.truth.customers;
    expect(rows[0]).toEqual({ masked: registered, sealed: registered - merged });
    const search = await searchDataDirectory();
    expect(search.bytes).toBeGreaterThan(10_000_000);
    expect(search.findings).toEqual([]);
  });

  it('would find one who was written there in clear', async () => {
    const canary = {
      name: '诸葛雨雨',
      phone: `154${randomInt(10_000_000, 99_999_999)}`,
      email: `canary.${randomInt(1e9)}@example.com`,
    };
    people.add(canary);
    await house.database.pool.query('create table leak (who text)');
    await house.database.pool.query('insert into leak values ($1), ($2), ($3)', Object.values(canary));
    const { findings } = await searchDataDirectory();
    expect(new Set(findings.map((finding) => finding.found))).toEqual(new Set(Object.values(canary)));
  });
});

type Field = EveryQuery['rootFields'][number];

/** Arguments for the fields that cannot be asked without; a new one of that kind has to be named here. */
async function argumentsOf(key: string): Promise<Record<string, string[]>> {
  type Ids = Record<'customers' | 'orders' | 'serviceCases', { nodes: { id: string }[] }>;
  const query =
    '{ customers(first: 20) { nodes { id } } orders(first: 20) { nodes { id } } serviceCases(first: 20) { nodes { id } } }';
  const data = await askFor<Ids>(house.url, key, query);
  const ids = (field: keyof Ids) => data[field].nodes.map(({ id }) => `(id: "${id}")`);
  const period = 'period: { from: "2024-11-01", to: "2026-10-31" }';
  return {
    customer: ids('customers'),
    order: ids('orders'),
    serviceCase: ids('serviceCases'),
    metrics: ['REGION', 'MERCHANT', 'CATEGORY'].map(
      (by) => `(metrics: [ORDERS, GMV, CUSTOMERS], ${period}, by: [${by}])`,
    ),
    journeySteps: [`(${period})`],
    stepFunnel: ['ORDER', 'RETURN', 'VISIT', 'DEPOSIT'].map((kind) => `(${period}, kind: ${kind})`),
    compensationSpread: [`(${period})`],
    tierMigration: [`(${period})`],
    calendarEvents: [`(${period})`],
    comparableEvents: ['(period: { from: "2025-11-01", to: "2025-11-12" })'],
    metricContribution: ['REGION', 'CARRIER'].map(
      (by) => `(metric: ON_TIME_DELIVERY_RATE, period: { from: "2025-05-01", to: "2025-10-31" }, by: [${by}])`,
    ),
    cohortRetention: [`(${period})`],
    survival: [`(${period}, by: REGION)`],
    metricVersions: [`(metric: REFUND_RATE, ${period}, versions: { before: 1, after: 2 })`],
    rfm: ['(shop: "demo")'],
    annotations: [`(shop: "demo", ${period})`],
    chartNotes: [`(shop: "demo", ${period})`],
    alarm: ['(id: "1")'],
    alarmRows: ['(id: "1")'],
    ...Object.fromEntries(
      [
        'watchedFigures',
        'valueAtStake',
        'hurtCustomers',
        'recoveryStanding',
        'customerValue',
        'secondOrders',
        'peakEvents',
        'peakForecast',
      ].map((field) => [field, ['(shop: "demo")']]),
    ),
    drivers: [`(shop: "demo", outcome: LOW_SCORE, ${period})`],
    evidence: ['(shop: "demo", questions: [Q2, Q8])'],
    reviewFairness: [`(${period})`],
    journeyStages: [`(${period})`],
    initiativeFinding: ['(shop: "demo", code: "INI-CARD")'],
    initiativeAnnotations: [`(${period}, metrics: [REPURCHASE_RATE_90D])`],
    ruleStandings: ['(shop: "demo", ruleSet: "china")'],
    ruleMerchants: ['(shop: "demo", ruleSet: "china", rule: "pick_up_48h_rate")'],
    ruleDefects: ['(shop: "demo", ruleSet: "china", rule: "pick_up_48h_rate")'],
    savedView: ['(id: "1")'],
    distinguishingWords: ['(these: { maxScore: 2 })'],
    textSubjects: ['(these: {})'],
    textTone: ['(these: {})'],
    sayings: ['(slice: {}, term: "快递")'],
    export: ['(id: "00000000-0000-0000-0000-000000000000")'],
    savedQuery: ['(id: "1")'],
    guardFindings: ['(runId: "1")'],
    ingestionRun: ['(id: "1")'],
    lineage: ['CONTACT_RATE', 'ORDERS', 'CUSTOMERS', 'ON_TIME_DELIVERY_RATE'].map((metric) => `(metric: ${metric})`),
    metricRows: ['ORDERS', 'CONTACT_RATE', 'REFERRALS', 'MEMBERS', 'VISITS'].map(
      (metric) => `(behind: {metric: ${metric}, part: NUMERATOR, ${period}})`,
    ),
    dimensionValues: ['REGION', 'MERCHANT', 'PAYMENT_METHOD'].map((dimension) => `(dimension: ${dimension})`),
  };
}

const ofOperators = new Set(['auditLog', 'auditIntegrity', 'users', 'apiKeys']);
const beyond = new Set(['TOKEN_LIMIT', 'DEPTH_LIMIT', 'COST_LIMIT', 'ALIAS_LIMIT']);

/** Everything the field answers, as many levels deep as the limits of a query allow, at least one. */
async function asDeepAsAllowed(key: string, every: EveryQuery, field: Field, args: string, levels: number) {
  for (let depth = levels; ; depth -= 1) {
    const { text, answer } = await ask(house.url, key, every.document(field, args, depth));
    const refused = answer.errors?.some(({ extensions }) => beyond.has(String(extensions?.['code'])));
    if (refused && depth > 1) continue;
    expect(answer.errors, `${field.name}: ${text.slice(0, 400)}`).toBeUndefined();
    return { text, answer };
  }
}

interface Connection {
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

async function everyPage(key: string, every: EveryQuery, field: Field, texts: string[]): Promise<void> {
  let after = '';
  for (let page = 0; page < 120; page++) {
    const { text, answer } = await asDeepAsAllowed(key, every, field, `(first: 25${after})`, 1);
    texts.push(text);
    const connection = answer.data?.[field.name] as Connection | undefined;
    if (!connection?.pageInfo.hasNextPage) return;
    after = `, after: ${JSON.stringify(connection.pageInfo.endCursor)}`;
  }
}

describe.each(['analyst', 'operator'] as const)('in what the API answers to an %s', (role) => {
  it('walks every field of every query and finds nobody, only masks', async () => {
    const key = await house.key(role);
    const every = await EveryQuery.of(house.url, await house.key('operator'));
    const given = await argumentsOf(key);
    const texts: string[] = [];
    for (const field of every.rootFields) {
      if (role === 'analyst' && ofOperators.has(field.name)) continue;
      if (every.isPaged(field) && every.required(field).length === 0) await everyPage(key, every, field, texts);
      const calls =
        given[field.name] ?? (every.required(field).length === 0 ? [every.isPaged(field) ? '(first: 5)' : ''] : []);
      expect(calls.length, `no arguments are known for ${field.name}`).toBeGreaterThan(0);
      for (const args of calls) {
        texts.push((await asDeepAsAllowed(key, every, field, args, 3)).text);
      }
    }
    const findings: Finding[] = texts.flatMap((text) => people.inText(text));
    expect(findings).toEqual([]);
    expect(texts.join('\n')).toMatch(/154\*{4}\d{4}/);
    expect(texts.join('').length).toBeGreaterThan(500_000);
  });
});
