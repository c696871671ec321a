import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDashboard, dashboardDirectory } from '@rapport/bin/dashboard';
import { askFor, openDemoHouse, type DemoHouse, type Role } from '../testkit/demo-house.ts';
import { openChromium, type OpenBrowser } from './chromium.ts';
import { painted } from './reader.ts';
import { LOOKS, nameOf, Visit, type Look } from './visit.ts';

const root = join(import.meta.dirname, '../..');
const PAGES = [
  '/quarantine',
  '/data-health',
  '/runs',
  '/runs?source=demo&state=COMMITTED',
  '/runs/1',
  '/changes',
  '/lineage?metric=ON_TIME_DELIVERY_RATE',
];
const desk = { lang: 'en', theme: 'light', width: 1440 } as const;

let house: DemoHouse;
let chromium: OpenBrowser;

beforeAll(async () => {
  await buildDashboard(root);
  [house, chromium] = await Promise.all([
    openDemoHouse({
      orders: 3000,
      seed: 'health',
      sources: ['demo'],
      operated: true,
      dashboardDir: dashboardDirectory(root),
    }),
    openChromium(),
  ]);
});
afterAll(async () => {
  await chromium.close();
  await house.close();
});

const visitAs = async (role: Role, look: Look = desk) =>
  Visit.begin(chromium.browser, house.url, await house.signInLink(role), look);

const told = async <Data>(query: string): Promise<Data> => askFor<Data>(house.url, await house.key('operator'), query);

interface Reasons {
  quarantineReasons: { source: string; feed: string; rows: number; reason: { code: string; title: { en: string } } }[];
}
const reasons = async () =>
  (await told<Reasons>('{ quarantineReasons { source feed rows reason { code title { en } } } }')).quarantineReasons;

describe.each(LOOKS.map((look) => ({ ...look, name: nameOf(look) })))('$name', (look) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await visitAs('operator', look);
  });
  afterAll(() => visit.context.close());

  it.each(PAGES)('%s stands in its screen, without an error', async (path) => {
    const page = await visit.open(path);
    expect(
      await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
      'wider than the screen',
    ).toBeLessThanOrEqual(0);
    expect(await page.locator('[data-state="error"]').count()).toBe(0);
    expect([...visit.complaints, ...visit.outside]).toEqual([]);
  });
});

describe('quarantine', () => {
  it('shows an analyst every reason and where its rows stand, but neither records nor ways to act', async () => {
    const visit = await visitAs('analyst');
    const page = await visit.open('/quarantine');
    const all = await reasons();
    expect(await page.getByTestId('reason').count()).toBe(all.length);
    const waiting = all.reduce((sum, { rows }) => sum + rows, 0);
    expect(await page.getByTestId('answer').textContent()).toContain(`${waiting} rows wait`);
    expect(await page.getByTestId('refused-row').count()).toBe(Math.min(50, all[0]?.rows ?? 0));
    expect(await page.getByTestId('raw').count()).toBe(0);
    expect(await page.getByRole('button', { name: /Replay|Discard|Preview|Correct/ }).count()).toBe(0);
    await visit.context.close();
  });

  it('refuses executives, who see the counts on the data health page without a way to the rows', async () => {
    const visit = await visitAs('executive');
    const page = await visit.open('/quarantine');
    expect(await page.getByTestId('refused-row').count()).toBe(0);
    const health = await visit.open('/data-health');
    expect(await health.locator('main a[href*="/quarantine"]').count()).toBe(0);
    await visit.context.close();
  });

  it('keeps what is looked at in the address', async () => {
    const visit = await visitAs('analyst');
    const page = await visit.open('/quarantine');
    const second = page.getByTestId('reason').nth(1);
    await second.click();
    await page.waitForURL((url) => /^demo\/\w+\/\w+$/.test(url.searchParams.get('open') ?? ''));
    await painted(page);
    const files = await page.getByTestId('refused-row').allTextContents();
    await page.reload();
    await painted(page);
    expect(await page.getByTestId('reason').nth(1).getAttribute('aria-pressed')).toBe('true');
    expect(await page.getByTestId('refused-row').allTextContents()).toEqual(files);
    await visit.context.close();
  });
});

describe('an operator', () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await visitAs('operator');
  });
  afterAll(() => visit.context.close());

  it('corrects a refused row, sees what a replay would do, and replays it', async () => {
    const page = await visit.open('/quarantine?open=demo/orders/unknown_code');
    expect(await page.getByTestId('refused-row').count()).toBe(1);
    await page.getByRole('button', { name: 'Correct', exact: true }).click();
    await page.getByLabel('Column').fill('no such column');
    await page.getByLabel('Value').fill('BUYER_CANCEL');
    await page.getByRole('button', { name: 'Save correction' }).click();
    await page.getByTestId('refusal').waitFor();
    expect(await page.getByTestId('refusal').textContent()).toContain('close_reason');
    await page.getByLabel('Column').fill('close_reason');
    await page.getByRole('button', { name: 'Save correction' }).click();
    await page.getByText(/corrected by/).waitFor();
    await page.getByRole('button', { name: 'Preview 1' }).click();
    await expect.poll(() => page.getByTestId('outcome').textContent()).toContain('would load 1 of 1');
    expect((await reasons()).some(({ feed, reason }) => feed === 'orders' && reason.code === 'unknown_code')).toBe(
      true,
    );
    await page.getByRole('button', { name: 'Replay 1' }).click();
    await page.getByText('1 of 1 loaded').waitFor();
    await page.getByTestId('outcome').locator('a[href*="/runs/"]').waitFor();
    expect((await reasons()).some(({ feed, reason }) => feed === 'orders' && reason.code === 'unknown_code')).toBe(
      false,
    );
  });

  it('discards only with a reason, which stays with the row', async () => {
    const [first] = await reasons();
    if (!first) throw new Error('The demo shop should have refused rows.');
    const page = await visit.open(`/quarantine?open=${first.source}/${first.feed}/${first.reason.code}`);
    await page.getByTestId('refused-row').first().getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Discard 1 …' }).click();
    const confirm = page.getByRole('button', { name: 'Discard 1', exact: true });
    expect(await confirm.isDisabled()).toBe(true);
    await page.getByLabel('Why').fill('a test order');
    await confirm.click();
    await page.getByText('1 rows discarded').waitFor();
    const gone = await visit.open('/quarantine?state=DISCARDED');
    expect(await gone.getByTestId('refused-row').count()).toBe(1);
    expect(await gone.getByTestId('refused-row').textContent()).toContain('a test order');
    expect(visit.complaints).toEqual([]);
  });

  it('says that a delivery a guard stopped is right as it is, with a reason', async () => {
    await house.database.pool.query(
      `insert into ops.guard_findings (run_id, source, feed, guard, name, severity, expected, found, title_en, title_zh)
       values (1, 'demo', 'orders', 'volume', 'orders.volume', 'stop', '100', '12', 'Far fewer rows than usual', '行数远少于往常')`,
    );
    const page = await visit.open('/runs/1');
    const finding = page.getByTestId('finding');
    await finding.getByRole('button', { name: 'Accept …' }).click();
    const confirm = finding.getByRole('button', { name: 'Accept', exact: true });
    expect(await confirm.isDisabled()).toBe(true);
    await finding.getByLabel('Why it is right').fill('the shop was closed');
    await confirm.click();
    await finding.getByText(/accepted by/).waitFor();
    await expect.poll(() => finding.getByRole('button').count()).toBe(0);
    const kept = await house.database.pool.query('select accept_reason from ops.guard_findings');
    expect(kept.rows).toEqual([{ accept_reason: 'the shop was closed' }]);
  });

  it('asks for a part of the past, and is told what stands in the way', async () => {
    await house.database.pool.query(`insert into ops.schedules (source, planned_until) values ('demo', now())`);
    const page = await visit.open('/data-health');
    await page.getByRole('button', { name: 'Load a part of the past …' }).click();
    const start = page.getByRole('button', { name: 'Start', exact: true });
    await page.getByLabel('First day').fill('2024-02-30x');
    await page.getByLabel('Last day').fill('2024-02-03');
    expect(await start.isDisabled()).toBe(true);
    await page.getByLabel('First day').fill('2024-02-01');
    await page.getByLabel('In pieces of').selectOption('WEEK');
    await start.click();
    await page.getByTestId('refusal').waitFor();
    expect(await page.getByTestId('refusal').textContent()).toContain('folder');
  });

  it('takes an open alert on, which the navigation tells', async () => {
    await house.database.pool.query(
      `insert into ops.alerts (kind, severity, source, subject, title_en, title_zh, detail_en, detail_zh)
       values ('freshness_breach', 'critical', 'demo', 'orders', 'Orders are late', '订单迟到', 'Two hours late.', '已迟两小时。')`,
    );
    const page = await visit.open('/data-health');
    await page.getByRole('img', { name: 'an alert is open' }).waitFor();
    expect(await page.getByTestId('alert').textContent()).toContain('Two hours late.');
    await page.getByRole('button', { name: 'Take on' }).click();
    await page.getByText(/taken on by/).waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Take on' }).count()).toBe(0);
  });
});

it('data health has a line for every feed of the shop, and says which are late', async () => {
  await house.database.pool.query(
    `update ops.feed_state set freshness_promise = '1 hour', last_published_at = now() - interval '2 hours' where feed = 'payments'`,
  );
  const visit = await visitAs('analyst');
  const page = await visit.open('/data-health');
  type Fresh = { freshness: { feed: string; state: string }[] };
  const { freshness } = await told<Fresh>('{ freshness { feed state } }');
  expect(await page.getByTestId('feed').count()).toBe(freshness.length);
  expect(freshness[0]).toEqual({ feed: 'payments', state: 'BREACH' });
  expect(await page.getByTestId('answer').textContent()).toContain('Late: Payments');
  await visit.context.close();
});

it('a figure leads to the feeds it stands on and to records of their files', async () => {
  const visit = await visitAs('analyst');
  const page = await visit.open('/');
  await page
    .getByRole('button', { name: /^Definition/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Where it comes from →' }).click();
  await page.waitForURL(/\/lineage\?/);
  await painted(page);
  const metric = new URL(page.url()).searchParams.get('metric');
  type Told = { lineage: { feeds: { feed: string }[]; records: { recordId: string; fileName: string }[] } };
  const { lineage } = await told<Told>(
    `{ lineage(metric: ${metric}) { feeds(shop: "demo") { feed } records(shop: "demo") { recordId fileName } } }`,
  );
  expect(await page.getByTestId('lineage-feed').count()).toBe(lineage.feeds.length);
  const text = (await page.locator('main').textContent()) ?? '';
  expect(lineage.records.length).toBeGreaterThan(0);
  expect(
    lineage.records.filter(({ recordId, fileName }) => !text.includes(recordId) || !text.includes(fileName)),
  ).toEqual([]);
  expect([...visit.complaints, ...visit.outside]).toEqual([]);
  await visit.context.close();
});
