import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildDashboard, dashboardDirectory } from '@rapport/bin/dashboard';
import { askFor, openDemoHouse, type DemoHouse } from '../testkit/demo-house.ts';
import { openChromium, type OpenBrowser } from './chromium.ts';
import { expectedText, readable } from './expected-text.ts';
import { painted } from './reader.ts';
import { Visit } from './visit.ts';

const root = join(import.meta.dirname, '../..');
const ABOUT = 'from=2025-11-01&to=2025-11-12';

let house: DemoHouse;
let chromium: OpenBrowser;
let visit: Visit;
beforeAll(async () => {
  await buildDashboard(root);
  [house, chromium] = await Promise.all([
    openDemoHouse({
      orders: 4000,
      seed: 'changes',
      sources: ['demo', 'demo_logistics', 'demo_voice'],
      dashboardDir: dashboardDirectory(root),
    }),
    openChromium(),
  ]);
  const look = { lang: 'en', theme: 'light', width: 1440 } as const;
  visit = await Visit.begin(chromium.browser, house.url, await house.signInLink('analyst'), look);
});
afterAll(async () => {
  await visit.context.close();
  await chromium.close();
  await house.close();
});

it('the picker lays the days over those of an event, and every figure says so', async () => {
  const page = await visit.open(`/delivery?${ABOUT}&compare=previous`);
  await page.getByRole('button', { name: 'Compare with', exact: true }).click();
  await page.getByRole('button', { name: /aligned to Double 11 2024/ }).click();
  await page.waitForURL(/compare=event%3ADOUBLE_11/);
  await page.keyboard.press('Escape');
  await painted(page);
  await page.locator('article button').first().click();
  await page.getByTestId('what-changed').waitFor();
  const told = async () => readable((await page.getByRole('dialog').textContent()) ?? '');
  await expect.poll(told).toContain(readable('Double 11 · 1 Nov – 12 Nov 2024'));
});

it('an event the period does not have is left out, not the page', async () => {
  const page = await visit.open(`/delivery?${ABOUT}&compare=previous&compare=event:NO_SUCH_DAY`);
  expect(await page.locator('[data-state="error"]').count()).toBe(0);
});

it('the drawer tells where a change comes from, as GraphQL answers', async () => {
  const page = await visit.open('/delivery?from=2026-05-01&to=2026-10-31&compare=previous');
  await page.locator('article button').first().click();
  const panel = page.getByTestId('what-changed');
  await panel.getByText('Whole change').waitFor();
  type Answer = {
    metricContribution: { cuts: { title: { en: string }; slices: { key: { label: { en: string } }[] }[] }[] };
  };
  const query = `{ metricContribution(metric: PROMISE_KEPT_RATE, period: { from: "2026-05-01", to: "2026-10-31" }, where: [{ dimension: SHOP, in: ["demo"] }], limit: 6) { cuts { title { en } slices { key { label { en } } } } } }`;
  const { cuts } = (await askFor<Answer>(house.url, await house.key('analyst'), query)).metricContribution;
  expect(cuts.length).toBeGreaterThan(2);
  for (const { title, slices } of cuts.slice(0, 3)) {
    await panel.getByRole('button', { name: title.en, exact: true }).click();
    const names = slices.map(({ key }) => key.map(({ label }) => label.en).join(' × '));
    const shown = async () => (await panel.locator('ol > li').allTextContents()).map(readable);
    const startAs = (texts: string[]) => names.map((name, index) => texts[index]?.startsWith(readable(name)));
    await expect.poll(async () => startAs(await shown())).toEqual(names.map(() => true));
    expect((await shown()).at(-1)).toMatch(/^Whole ?change/);
  }
  expect([...visit.complaints, ...visit.outside]).toEqual([]);
});

const share = (value: number | null, decimals = 1): string =>
  expectedText(value, { unit: 'PERCENT', decimals, currency: null }, 'en');
const inDemo = 'where: [{ dimension: SHOP, in: ["demo"] }]';
const dayOf = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** The table twin of the card with this title, cell by cell. */
async function twinOf(title: string): Promise<string[][]> {
  const card = visit.page
    .locator('main section')
    .filter({ has: visit.page.getByRole('heading', { name: title, exact: true }) });
  await card.getByRole('button', { name: 'Table', exact: true }).click();
  await card.getByTestId('twin-row').first().waitFor();
  const rows = await card.getByTestId('twin-row').all();
  return Promise.all(rows.map((row) => row.locator('td').allTextContents()));
}

async function lastDay(): Promise<[number, number, string]> {
  type Shops = { shops: { code: string; asOf: string }[] };
  const { shops } = await askFor<Shops>(house.url, await house.key('analyst'), '{ shops { code asOf } }');
  const { asOf } = shops.find(({ code }) => code === 'demo') ?? { asOf: '' };
  return [Number(asOf.slice(0, 4)), Number(asOf.slice(5, 7)) - 1, asOf];
}

it('the cohort map is what GraphQL answers, numerator and denominator too', async () => {
  const [year, month, asOf] = await lastDay();
  await visit.open('/repurchase');
  const rows = await twinOf('Who buys again in the months after the first order, %');
  type Cohorts = {
    cohortRetention: { cohorts: { size: number; cells: { share: number | null; customers: number | null }[] }[] };
  };
  const query = `{ cohortRetention(period: { from: "${dayOf(year, month - 23, 1)}", to: "${asOf}" }, ${inDemo}, months: 12) { cohorts { size cells { share customers } } } }`;
  const { cohorts } = (await askFor<Cohorts>(house.url, await house.key('analyst'), query)).cohortRetention;
  const known = cohorts.filter(({ size }) => size > 0);
  expect(rows).toHaveLength(known.length);
  const shown = rows.map(([, size, ...cells]) => [
    size,
    ...cells.map((cell) => cell.replace(/ \(too few to rate\)$/, '')),
  ]);
  expect(shown).toEqual(
    known.map(({ size, cells }) => [
      String(size),
      ...cells.flatMap(({ share: value, customers }) =>
        value === null ? ['not yet happened', ''] : [share(value), String(customers)],
      ),
    ]),
  );
  expect(known.flatMap(({ cells }) => cells).filter((cell) => cell.share !== null).length).toBeGreaterThan(100);
});

it('the curve by day is what GraphQL answers, with those still observed', async () => {
  const rows = await twinOf('How soon customers come back');
  type Curves = {
    survival: {
      curves: {
        key: { value: string }[];
        atRisk: { day: number; customers: number }[];
        shareBack: { value: number }[];
      }[];
    };
  };
  const [, , asOf] = await lastDay();
  const query = `{ survival(period: { from: "2020-01-01", to: "${asOf}" }, ${inDemo}, by: LATE, days: 360) { curves { key { value } atRisk { day customers } shareBack { value } } } }`;
  const { curves } = (await askFor<Curves>(house.url, await house.key('analyst'), query)).survival;
  for (const [code, label] of [
    ['on_time', 'Delivered on time'],
    ['late', 'Delivered late'],
  ]) {
    const curve = curves.find(({ key }) => key[0]?.value === code);
    for (const [at, day] of [30, 60, 90].entries()) {
      const row = rows.find(([group, of]) => group === label && of === String(day));
      expect([row?.[2], row?.[5]?.replace(',', '')]).toEqual([
        share(curve?.shareBack[at]?.value ?? null),
        String(curve?.atRisk.find((each) => each.day === day)?.customers),
      ]);
    }
  }
});

it('the guide draws a metric under both its definitions, and says what the difference comes of', async () => {
  const [year, month, asOf] = await lastDay();
  await visit.open('/guide?metric=POSITIVE_SHARE_WRITTEN');
  const told = visit.page.getByTestId('versions-told');
  expect(await told.textContent()).toMatch(/% under v2, [\d.]+% under v1: [−+][\d.]+ points\./);
  expect(await visit.page.getByTestId('guide-dimensions').textContent()).toContain('Region');
  expect(await visit.page.getByTestId('guide-dimensions').textContent()).not.toMatch(/[A-Z]_[A-Z]/);
  const rows = await twinOf('The definition before, and the one in force');
  type Versions = {
    metricVersions: { points: { before: { value: number }; after: { value: number }; inForce: number }[] };
  };
  const query = `{ metricVersions(metric: POSITIVE_SHARE_WRITTEN, versions: { before: 1, after: 2 }, grain: MONTH, period: { from: "${dayOf(year, month - 14, 1)}", to: "${asOf}" }, ${inDemo}) { points { before { value } after { value } inForce } } }`;
  const { points } = (await askFor<Versions>(house.url, await house.key('analyst'), query)).metricVersions;
  expect(rows.map(([, before, after, , , , inForce]) => [before, after, inForce])).toEqual(
    points.map(({ before, after, inForce }) => [share(before.value, 2), share(after.value, 2), `v${inForce}`]),
  );
});

it('a list of rows shows and chooses its own days, and calls regions and carriers by name', async () => {
  const about = 'behind=PARCEL_ON_TIME_RATE&rowsFrom=2026-05-01&rowsTo=2026-05-31';
  const page = await visit.open(`/rows?${about}&slice=CARRIER:hefeng`);
  type Rows = { metricRows: { totalCount: number } };
  const query = `{ metricRows(behind: { metric: PARCEL_ON_TIME_RATE, period: { from: "2026-05-01", to: "2026-05-31" }, where: [{ dimension: SHOP, in: ["demo"] }, { dimension: CARRIER, in: ["hefeng"] }] }, first: 1) { totalCount } }`;
  const { totalCount } = (await askFor<Rows>(house.url, await house.key('analyst'), query)).metricRows;
  expect(totalCount).toBeGreaterThan(10);
  expect(readable((await page.getByTestId('answer').textContent()) ?? '')).toContain(`${totalCount}rows`);
  await page.getByRole('button', { name: 'Carrier: Hefeng Express' }).waitFor();
  const first = (await page.getByTestId('metric-row').first().textContent()) ?? '';
  expect(first).toContain('Hefeng Express');
  expect(first).not.toMatch(/hefeng|CN-[A-Z]{2}/);
  await page.getByRole('button', { name: /^Period of the rows: 1 May – 31 May 2026/ }).click();
  await page.getByRole('button', { name: /This month so far/ }).click();
  await page.waitForURL(/rowsFrom=2026-10-01/);
  expect(new URL(page.url()).searchParams.has('from')).toBe(false);
});

it('a part of the dashboard that is gone is asked for again with the whole page', async () => {
  const { page } = visit;
  await visit.open('/');
  const asked: string[] = [];
  await page.route('**/assets/*.js', (route) => {
    asked.push(route.request().url());
    return asked.length === 1 ? route.fulfill({ status: 404, body: 'gone' }) : route.continue();
  });
  const loads: string[] = [];
  page.on('load', () => loads.push(page.url()));
  await page.locator('nav a[href^="/membership"]').first().click();
  await page.waitForURL('**/membership*');
  await expect.poll(() => loads.length).toBe(1);
  await painted(page);
  await page.unroute('**/assets/*.js');
});
