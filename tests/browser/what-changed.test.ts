import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildDashboard, dashboardDirectory } from '@rapport/bin/dashboard';
import { askFor, openDemoHouse, type DemoHouse } from '../testkit/demo-house.ts';
import { openChromium, type OpenBrowser } from './chromium.ts';
import { readable } from './expected-text.ts';
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
      sources: ['demo', 'demo_logistics'],
      dashboardDir: dashboardDirectory(root),
    }),
    openChromium(),
  ]);
  const look = { lang: 'en', theme: 'light', width: 1440 } as const;
  visit = await Visit.begin(chromium.browser, house.url, await house.signInLink('analyst'), look);
}, 240_000);
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
  const text = readable((await page.getByRole('dialog').textContent()) ?? '');
  expect(text).toContain(readable('Double 11 · 1 Nov – 12 Nov 2024'));
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
    const shown = (await panel.locator('ol > li').allTextContents()).map(readable);
    expect(shown.slice(0, names.length).map((text, index) => text.startsWith(readable(names[index] ?? '')))).toEqual(
      names.map(() => true),
    );
    expect(shown.at(-1)).toMatch(/^Whole ?change/);
  }
  expect([...visit.complaints, ...visit.outside]).toEqual([]);
});
