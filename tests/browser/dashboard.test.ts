import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDashboard, dashboardDirectory } from '@rapport/bin/dashboard';
import { askFor, openDemoHouse, type DemoHouse } from '../testkit/demo-house.ts';
import { AskedFigures } from './asked-figures.ts';
import { openChromium, type OpenBrowser } from './chromium.ts';
import { expectedText, readable } from './expected-text.ts';
import { painted, readFigures, type PaintedFigure } from './reader.ts';
import { everyPageIsAccessible } from './access.ts';
import { twentyQuestions } from './twenty-questions.ts';
import { staysLight } from './weight.ts';
import { LOOKS, nameOf, Visit } from './visit.ts';

const root = join(import.meta.dirname, '../..');
const PAGES = [
  { path: '/', figures: 8 },
  { path: '/explore?metric=PROMISE_KEPT_RATE&by=CARRIER', figures: 3 },
  { path: '/journey-flow', figures: 0 },
  { path: '/delivery', figures: 4 },
  { path: '/service', figures: 20 },
  { path: '/complaints', figures: 12 },
  { path: '/returns', figures: 16 },
  { path: '/voice', figures: 14 },
  { path: '/words', figures: 0 },
  { path: '/fair-reviews', figures: 0 },
  { path: '/repurchase', figures: 4 },
  { path: '/second-orders?by=DELAY', figures: 0 },
  { path: '/customer-value', figures: 0 },
  { path: '/recovery', figures: 0 },
  { path: '/membership', figures: 8 },
  { path: '/products', figures: 8 },
  { path: '/data-health', figures: 0 },
  { path: '/guide?metric=REFUND_RATE', figures: 1 },
  { path: '/rows?behind=PARCEL_ON_TIME_RATE&rowsFrom=2026-05-01&rowsTo=2026-05-31', figures: 0 },
] as const;

const menu = [
  '/delivery',
  '/service',
  '/complaints',
  '/returns',
  '/voice',
  '/words',
  '/fair-reviews',
  '/repurchase',
  '/membership',
  '/products',
  '/cases',
  '/data-health',
];

let house: DemoHouse;
let chromium: OpenBrowser;
let asked: AskedFigures;

beforeAll(async () => {
  await buildDashboard(root);
  [house, chromium] = await Promise.all([
    openDemoHouse({ orders: 6000, seed: 'browser', dashboardDir: dashboardDirectory(root) }),
    openChromium(),
  ]);
  asked = new AskedFigures(house.url, await house.key('analyst'));
});
afterAll(async () => {
  await chromium.close();
  await house.close();
});

const sentence = ({ metric, value, from, to, key, text }: PaintedFigure) =>
  `${metric} ${key} ${from}…${to} is ${value}${text === null ? '' : `, written ${readable(text)}`}`;

describe.each(LOOKS.map((look) => ({ ...look, name: nameOf(look) })))('$name', (look) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await Visit.begin(chromium.browser, house.url, await house.signInLink('analyst'), look);
  });
  afterAll(() => visit.context.close());

  it.each(PAGES)('$path paints what GraphQL answers', async ({ path, figures }) => {
    const page = await visit.open(path);
    const figuresOfPage = await readFigures(page);
    expect(figuresOfPage.filter(({ text }) => text !== null).length).toBeGreaterThanOrEqual(figures);
    const expected = await Promise.all(figuresOfPage.map((figure) => asked.asPainted(figure, look.lang)));
    expect(figuresOfPage.map(sentence)).toEqual(expected.map(sentence));
    expect(await page.getAttribute('html', 'lang')).toMatch(look.lang === 'zh' ? /^zh/ : /^en/);
    expect(await page.getAttribute('html', 'data-mantine-color-scheme')).toBe(look.theme);
    expect(
      await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
      'wider than the screen',
    ).toBeLessThanOrEqual(0);
    expect(await page.locator('[data-state="error"]').count()).toBe(0);
    expect(visit.complaints).toEqual([]);
    expect(visit.outside).toEqual([]);
  });
});

twentyQuestions(() => ({ house, chromium, asked }));
everyPageIsAccessible(() => ({ house, chromium }));
staysLight(dashboardDirectory(root));

describe('from a figure to the orders to one customer', () => {
  let visit: Visit;
  beforeAll(async () => {
    const look = { lang: 'en', theme: 'light', width: 1440 } as const;
    visit = await Visit.begin(chromium.browser, house.url, await house.signInLink('analyst'), look);
  });
  afterAll(() => visit.context.close());

  const answerOf = async () => readable((await visit.page.getByTestId('answer').textContent()) ?? '');

  it('opens the rows behind a point, as many as GraphQL counts', async () => {
    const page = await visit.open('/');
    await page.locator('rect[data-testid="point"]').nth(-2).click();
    await page.waitForURL(/\/orders\?/);
    await painted(page);
    const at = new URL(page.url()).searchParams;
    const behind = `{ metric: ${at.get('behind')}, period: { from: "${at.get('rowsFrom')}", to: "${at.get('rowsTo')}" }, where: [{ dimension: SHOP, in: ["demo"] }] }`;
    type Rows = { orders: { totalCount: number; nodes: { externalId: string }[] } };
    const query = `{ orders(first: 1, where: { behind: ${behind} }) { totalCount nodes { externalId } } }`;
    const { totalCount } = (await askFor<Rows>(house.url, await house.key('analyst'), query)).orders;
    expect(totalCount).toBeGreaterThan(0);
    expect(await answerOf()).toContain(expectedText(totalCount, { unit: 'COUNT', decimals: 0, currency: null }, 'en'));
    expect(await page.getByTestId('order-row').count()).toBe(Math.min(totalCount, 50));
  });

  it('leads on to one order, its parcel and its payments', async () => {
    const { page } = visit;
    await page.getByTestId('order-row').first().locator('a[href*="/orders/"]').click();
    await page.waitForURL(/\/orders\/[0-9a-f-]{36}/);
    await painted(page);
    const id = /orders\/([0-9a-f-]{36})/.exec(page.url())?.[1];
    type One = { order: { externalId: string; customer: { nameMasked: string } } };
    const query = `{ order(id: "${id}") { externalId customer { nameMasked } } }`;
    const { order } = await askFor<One>(house.url, await house.key('analyst'), query);
    expect(await page.locator('main').textContent()).toContain(order.externalId);
    expect(await page.locator('main').textContent()).toContain(order.customer.nameMasked);
  });

  it('and to the whole story of its customer, who has no name here', async () => {
    const { page } = visit;
    await page.locator('a[href*="/customers/"]').first().click();
    await page.waitForURL(/\/customers\/[0-9a-f-]{36}/);
    await painted(page);
    const id = /customers\/([0-9a-f-]{36})/.exec(page.url())?.[1];
    type One = { customer: { journey: { totalCount: number }; phoneMasked: string } };
    await visit.open(`/customers/${id}?story=whole&stage=ALL`);
    const query = `{ customer(id: "${id}") { phoneMasked journey(first: 100) { totalCount } } }`;
    const { customer } = await askFor<One>(house.url, await house.key('analyst'), query);
    expect(await page.getByTestId('journey-event').count()).toBe(customer.journey.totalCount);
    expect(await page.locator('main').textContent()).toContain(customer.phoneMasked);
    expect([...visit.complaints, ...visit.outside]).toEqual([]);
  });
});

describe('from a figure to the cases to one of them', () => {
  let visit: Visit;
  beforeAll(async () => {
    const look = { lang: 'en', theme: 'light', width: 1440 } as const;
    visit = await Visit.begin(chromium.browser, house.url, await house.signInLink('analyst'), look);
  });
  afterAll(() => visit.context.close());

  it('opens the cases of a bar, as many as the bar says', async () => {
    const page = await visit.open('/complaints');
    const bar = page.locator('[role="link"][data-metric="COMPLAINTS"][data-key^="CAUSE="]').first();
    const count = Number(await bar.getAttribute('data-value'));
    await bar.click();
    await page.getByTestId('mark-menu').getByRole('button').nth(1).click();
    await page.waitForURL(/\/cases\?/);
    await painted(page);
    expect(count).toBeGreaterThan(0);
    const lead = readable((await page.getByTestId('answer').textContent()) ?? '');
    expect(lead).toContain(`${count}cases`);
    expect(await page.getByTestId('case-row').count()).toBe(Math.min(count, 50));
  });

  it('leads on to one case with everything that happened in it', async () => {
    const { page } = visit;
    await page.locator('[data-testid="case-row"] a[href*="/cases/"]').first().click();
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
    await painted(page);
    const id = /cases\/([0-9a-f-]{36})/.exec(page.url())?.[1];
    type One = { serviceCase: { externalId: string; events: { id: string }[] } };
    const query = `{ serviceCase(id: "${id}") { externalId events { id } } }`;
    const { serviceCase } = await askFor<One>(house.url, await house.key('analyst'), query);
    expect(serviceCase.events.length).toBeGreaterThan(1);
    expect(await page.getByTestId('case-event').count()).toBe(serviceCase.events.length);
    expect(await page.locator('main').textContent()).toContain(serviceCase.externalId);
    expect([...visit.complaints, ...visit.outside]).toEqual([]);
  });
});

describe('where there is nothing to measure', () => {
  it.each(['en', 'zh'] as const)('says so in words and never writes 0 (%s)', async (lang) => {
    const look = { lang, theme: 'light', width: 1440 } as const;
    const visit = await Visit.begin(chromium.browser, house.url, await house.signInLink('analyst'), look);
    const page = await visit.open('/?from=2024-11-05&to=2024-11-05&region=CN-QH');
    const shares = (await readFigures(page)).filter(({ metric, text }) => text !== null && /RATE|SCORE/.test(metric));
    expect(shares.length).toBeGreaterThan(4);
    const written = [...new Set(shares.map(({ value, text }) => `${value}: ${text}`))];
    expect(written).toEqual([lang === 'en' ? 'null: no data' : 'null: 无数据']);
    await visit.context.close();
  });
});

describe('with the keyboard alone', () => {
  let visit: Visit;
  beforeAll(async () => {
    const look = { lang: 'zh', theme: 'dark', width: 1440 } as const;
    visit = await Visit.begin(chromium.browser, house.url, await house.signInLink('operator'), look);
  });
  afterAll(() => visit.context.close());

  const focused = () => visit.page.evaluate<string>('document.activeElement?.outerHTML ?? ""');

  it('skips to the content, opens a figure, reads its definition and comes back', async () => {
    const page = await visit.open('/');
    await page.keyboard.press('Tab');
    await expect.poll(focused).toContain('href="#content"');
    const figure = page.locator('button[data-metric="PROMISE_KEPT_RATE"]');
    await figure.focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer.waitFor({ state: 'visible' });
    await drawer.locator('a[href*="behind=PROMISE_KEPT_RATE"]').first().waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    await expect.poll(focused).toContain('data-metric="PROMISE_KEPT_RATE"');
  });

  it('reaches every page of the menu', async () => {
    const page = await visit.open('/');
    for (const path of menu) {
      await page.locator(`nav a[href^="${path}"]`).first().focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${path}*`);
      await painted(page);
      expect(new URL(page.url()).searchParams.get('lang')).toBe('zh');
    }
    expect([...visit.complaints, ...visit.outside]).toEqual([]);
  });
});

describe('whoever is not signed in', () => {
  it('gets the sign-in page and no figure, and a used link opens nothing', async () => {
    const link = await house.signInLink('analyst');
    await fetch(link, { redirect: 'manual' });
    const context = await chromium.browser.newContext();
    const page = await context.newPage();
    await page.goto(link);
    await page.waitForURL(/sign-in.*link=expired/);
    await page.goto(new URL('/repurchase', house.url).href);
    await expect.poll(() => page.locator('body').textContent()).toMatch(/sign/i);
    expect(await page.locator('[data-metric]').count()).toBe(0);
    await context.close();
  });
});
