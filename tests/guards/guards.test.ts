import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PayingShop, usualPrice } from './paying-shop.ts';

let shop: PayingShop;
beforeEach(async () => {
  shop = await PayingShop.open();
  vi.stubEnv('RAPPORT_SOURCES', shop.sources);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await shop.close();
});

const inCents = (order: number): number => usualPrice(order) * 100;
const payments = async (): Promise<unknown> =>
  (await shop.rows('select count(*)::int as n, sum(amount_minor)::float8 / 100 as yuan from core.payments'))[0];

it('a first delivery is compared with nothing, and its profile is kept', async () => {
  const report = await shop.load(shop.deliver({ price: inCents }));
  expect(report.notes).toEqual([]);
  const profiles = await shop.rows(
    `select feed, delivery, rows, sampled, columns->'amount'->'numbers' as amount, columns->'method'->'codes' as codes,
       columns->'paid_at'->'nulls' as unpaid from ops.feed_profiles order by feed`,
  );
  expect(profiles).toEqual([
    { feed: 'orders', delivery: 'delta', rows: 100, sampled: 100, amount: null, codes: null, unpaid: null },
    {
      feed: 'payments',
      delivery: 'delta',
      rows: 100,
      sampled: 100,
      amount: { n: 100, quartiles: [15_100, 22_500, 30_200] },
      codes: { alipay: 1 },
      unpaid: 0,
    },
  ]);
});

it('cents for yuan stop the load before anything is published, by name, with what was expected and found', async () => {
  await shop.usualDays(2);
  const before = await payments();
  const refused = await shop.refusal(shop.deliver({ price: inCents }));
  expect(refused.code).toBe('guard_tripped');
  expect(refused.details).toMatchObject({ feed: 'payments', column: 'amount', name: 'payments.amount.median' });
  expect(refused.message).toMatch(
    /^payments\.amount: the median is [\d,]+, where \d+ is usual .*as if cents were taken for whole units\. Nothing was published\. .*--accept-guard payments\.amount\.median/,
  );
  expect(await payments()).toEqual(before);
  expect(await shop.rows('select state, error_code, stage from ops.runs order by run_id desc limit 1')).toEqual([
    { state: 'failed', error_code: 'guard_tripped', stage: 'stage' },
  ]);
  expect(await shop.rows(`select kind, severity, source, subject from ops.alerts where recovered_at is null`)).toEqual([
    { kind: 'guard', severity: 'critical', source: 'paying', subject: 'payments.amount.median' },
  ]);
  expect(await shop.rows(`select tablename from pg_tables where schemaname = 'landing'`)).toEqual([]);
});

it('a person accepts it by name or number: it is loaded, audited, and from then on usual', async () => {
  await shop.usualDays(2);
  const folder = shop.deliver({ price: inCents });
  await shop.refusal(folder);
  const [finding] = await shop.rows<{ id: number }>('select id from ops.guard_findings');
  const report = await shop.load(folder, { acceptGuards: [String(finding?.id)], actor: 'cli ada' });
  expect(report.state).toBe('committed');
  expect(report.notes.map(({ code }) => code)).toEqual(['guard_accepted']);
  expect(await shop.rows(`select actor, action, subject, detail->'names' as names from ops.audit`)).toEqual([
    { actor: 'cli ada', action: 'guard.accept', subject: 'source paying', names: ['payments.amount.median'] },
  ]);
  expect(await shop.rows('select kind from ops.alerts where recovered_at is null')).toEqual([]);
  await shop.load(shop.deliver({ price: inCents }));
  const back = await shop.refusal(shop.deliver());
  expect(back.message).toContain('as if whole units were taken for cents');
});

it('an acceptance given beforehand lets the next delivery through, once something else was published not any more', async () => {
  const { acceptFinding } = await import('@rapport/etl');
  await shop.usualDays(2);
  const wrong = shop.deliver({ price: inCents });
  await shop.refusal(wrong);
  const [finding] = await shop.rows<{ id: number }>('select id from ops.guard_findings');
  expect(await acceptFinding(shop.house.pool, 'user ada', finding!.id, 'the shop changed its unit')).toEqual({
    source: 'paying',
    name: 'payments.amount.median',
  });
  expect(await acceptFinding(shop.house.pool, 'user ada', finding!.id, 'again')).toBeNull();
  await shop.load(shop.deliver());
  expect((await shop.refusal(wrong)).code).toBe('guard_tripped');
});

it('few rows, none, absent values and new codes are noted; the load goes on', async () => {
  await shop.usualDays(3);
  const few = await shop.load(shop.deliver({ orders: 12 }));
  expect(few.notes.map(({ en }) => en)).toEqual([
    'orders: 12 rows, where 100 are usual (by the 3 deliveries before).',
    'payments: 12 rows, where 100 are usual (by the 3 deliveries before).',
  ]);
  const none = await shop.load(shop.deliver({ orders: 0 }));
  expect(none.notes.map(({ code }) => code)).toEqual(['guard_warning', 'guard_warning']);
  const odd = await shop.load(
    shop.deliver({ paidAt: () => '', method: (order) => (order % 4 === 0 ? 'barter' : 'alipay') }),
  );
  expect(odd.state).toBe('committed');
  expect(odd.notes.map(({ en }) => en)).toEqual([
    'payments.paid_at: 100 % of the rows have no value, where 0 % are usual (by the 3 deliveries before).',
    'payments.method: never seen before: barter (by the 3 deliveries before).',
  ]);
  const subjects = await shop.rows(`select subject from ops.alerts where recovered_at is null order by subject`);
  expect(subjects.map(({ subject }) => subject)).toEqual(['payments.method.codes', 'payments.paid_at.nulls']);
});

it('a rehearsal says what a load would be refused for, and keeps nothing', async () => {
  await shop.usualDays(1);
  const report = await shop.load(shop.deliver({ price: inCents }), { dryRun: true });
  expect(report.notes.map(({ code }) => code)).toEqual(['guard_stop']);
  expect(await shop.rows('select from ops.guard_findings')).toEqual([]);
  expect(await shop.rows('select from ops.feed_profiles')).toHaveLength(2);
});

it('source.yaml decides how far is too far, and names a column that is none', async () => {
  shop.declare('guards: { median: { stop: 1000 } }');
  await shop.usualDays(1);
  expect((await shop.load(shop.deliver({ price: inCents }))).notes.map(({ code }) => code)).toEqual(['guard_warning']);
  shop.declare('guards: { columns: { price: { median: false } } }');
  const wrong = await shop.refusal(shop.deliver());
  expect(wrong.message).toContain('feeds.payments.guards.columns.price: is no column of this feed');
});

it('rows picked out by a person are not judged, and say nothing of what is usual', async () => {
  await shop.usualDays(1);
  const report = await shop.load(shop.deliver({ price: inCents, orders: 40 }), { trigger: 'replay' });
  expect(report.notes).toEqual([]);
  expect(await shop.rows('select from ops.feed_profiles')).toHaveLength(2);
});

it('the last fifty profiles of a feed and kind are kept: a long backfill does not push out the deliveries', async () => {
  await shop.usualDays(1);
  await shop.rows(`insert into ops.runs (source, shop, trigger, state, stage, fencing_token)
    select 'paying', 'paying', 'cli', 'committed', 'done', 0 from generate_series(1, 60)`);
  await shop.rows(`insert into ops.feed_profiles (run_id, feed, source, delivery, files, rows, sampled, columns)
    select r.run_id, 'payments', 'paying', 'delta', 1, 100, 100, '{}' from ops.runs r where r.fencing_token = 0`);
  await shop.rows(`insert into ops.feed_profiles (run_id, feed, source, delivery, files, rows, sampled, columns)
    select run_id, 'orders', 'paying', 'batch', files, rows, sampled, columns from ops.feed_profiles where run_id > 1`);
  await shop.load(shop.deliver());
  const kept = await shop.rows(
    `select feed, delivery, count(*)::int as n from ops.feed_profiles group by 1, 2 order by 1, 2`,
  );
  expect(kept).toEqual([
    { feed: 'orders', delivery: 'batch', n: 50 },
    { feed: 'orders', delivery: 'delta', n: 2 },
    { feed: 'payments', delivery: 'delta', n: 50 },
  ]);
});
