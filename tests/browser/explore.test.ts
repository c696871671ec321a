import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDashboard, dashboardDirectory } from '@rapport/bin/dashboard';
import { askFor, openDemoHouse, type DemoHouse, type Role } from '../testkit/demo-house.ts';
import { hindrances as hindrancesOf } from './access.ts';
import { openChromium, type OpenBrowser } from './chromium.ts';
import { painted, readFigures } from './reader.ts';
import { Visit, type Look } from './visit.ts';

const root = join(import.meta.dirname, '../..');
const desk: Look = { lang: 'en', theme: 'light', width: 1440 };

let house: DemoHouse;
let chromium: OpenBrowser;
beforeAll(async () => {
  await buildDashboard(root);
  [house, chromium] = await Promise.all([
    openDemoHouse({ orders: 2000, seed: 'explore', dashboardDir: dashboardDirectory(root) }),
    openChromium(),
  ]);
});
afterAll(async () => {
  await chromium.close();
  await house.close();
});

const begin = async (role: Role, look: Look = desk): Promise<Visit> =>
  Visit.begin(chromium.browser, house.url, await house.signInLink(role), look);
const asked = async <Data>(query: string): Promise<Data> => askFor<Data>(house.url, await house.key('analyst'), query);
const searchOf = (page: Page): URLSearchParams => new URL(page.url()).searchParams;

/** The figure of a KPI card, once it is that of the filters in the address. */
const kpi = async (page: Page, metric: string): Promise<number | null> =>
  (await readFigures(page)).find((figure) => figure.metric === metric && figure.key === '')?.value ?? null;

/** How a name begins with what is written on it is looked at on every page of the menu at once. */
const ofEveryPage = /^label-content-name-mismatch/;
const hindrances = async (page: Page): Promise<string[]> =>
  (await hindrancesOf(page)).filter((hindrance) => !ofEveryPage.test(hindrance));

describe('a click on a mark', () => {
  let visit: Visit;
  let cause: string;
  let period: { from: string; to: string };
  beforeAll(async () => {
    visit = await begin('analyst');
  });
  afterAll(() => visit.context.close());

  const complaints = async (where: string): Promise<number | null> => {
    type Answer = { metrics: { series: { points: { value: number | null }[] }[] } };
    const query = `{ metrics(metrics: [COMPLAINTS], period: { from: "${period.from}", to: "${period.to}" }, where: [{ dimension: SHOP, in: ["demo"] }${where}]) { series { points { value } } } }`;
    return (await asked<Answer>(query)).metrics.series[0]?.points[0]?.value ?? null;
  };
  const cut = () => `, { dimension: CAUSE, in: ["${cause}"] }`;

  it('leaves only its slice: every figure of the page is that of the slice, its siblings stay to be chosen', async () => {
    const page = await visit.open('/complaints');
    const bars = page.locator('[role="link"][data-metric="COMPLAINTS"][data-key^="CAUSE="]');
    const all = await bars.count();
    cause = (await bars.nth(1).getAttribute('data-key'))!.slice('CAUSE='.length);
    const first = (await readFigures(page)).find(({ metric }) => metric === 'COMPLAINTS');
    period = { from: first!.from, to: first!.to };
    const before = await kpi(page, 'COMPLAINTS');
    expect(before).toBe(await complaints(''));
    await bars.nth(1).click();
    expect(await page.getByTestId('mark-menu').textContent()).toContain('Keep only this');
    await page.getByTestId('mark-menu').getByRole('button').first().click();
    await page.waitForURL(/cut=CAUSE/);
    await painted(page);
    expect(await kpi(page, 'COMPLAINTS')).toBe(await complaints(cut()));
    expect(await kpi(page, 'COMPLAINTS')).toBeLessThan(before!);
    expect(await bars.count()).toBe(all);
    expect(await page.locator('[data-faded]').count()).toBe(all - 1);
    expect(await page.getByTestId('cuts').getByRole('button').count()).toBe(1);
  });

  it('is undone by the back button, done again by the forward one, and restored from the address alone', async () => {
    const { page } = visit;
    await page.goBack();
    await page.getByTestId('cuts').waitFor({ state: 'detached' });
    await painted(page);
    expect(await kpi(page, 'COMPLAINTS')).toBe(await complaints(''));
    await page.goForward();
    await page.getByTestId('cuts').waitFor();
    await painted(page);
    await page.reload();
    await painted(page);
    expect(searchOf(page).getAll('cut')).toEqual([`CAUSE:${cause}`]);
    expect(await kpi(page, 'COMPLAINTS')).toBe(await complaints(cut()));
  });

  it('holds on the next page, which names what it cannot cut', async () => {
    const { page } = visit;
    await page.locator('nav a[href^="/voice"]').first().click();
    await page.waitForURL(/\/voice\?/);
    await painted(page);
    expect(searchOf(page).getAll('cut')).toEqual([`CAUSE:${cause}`]);
    expect(await page.getByTestId('cuts').textContent()).toMatch(/Not cut by it: .*reviews.* and \d+ more/);
    await page.goBack();
    await page.waitForURL(/\/complaints\?/);
    await painted(page);
  });

  it('goes down to the rows with every filter, as many as the figure says', async () => {
    const { page } = visit;
    await page.goto(`${page.url()}&region=CN-GD`);
    await painted(page);
    const value = await kpi(page, 'COMPLAINTS');
    await page.locator('button[data-metric="COMPLAINTS"]').click();
    await page.getByRole('dialog').locator('a[href*="behind=COMPLAINTS"]').first().click();
    await page.waitForURL(/\/cases\?/);
    await painted(page);
    expect(searchOf(page).getAll('cut')).toEqual([`CAUSE:${cause}`]);
    expect(searchOf(page).getAll('region')).toEqual(['CN-GD']);
    expect(await page.getByTestId('case-row').count()).toBe(Math.min(value!, 50));
    expect(value).toBe(await complaints(`${cut()}, { dimension: REGION, in: ["CN-GD"] }`));
  });

  it('is taken away by its chip, and by x', async () => {
    const { page } = visit;
    await page.getByTestId('cuts').getByRole('button').first().click();
    await page.getByTestId('cuts').waitFor({ state: 'detached' });
    await painted(page);
    await page.keyboard.press('x');
    await expect.poll(() => searchOf(page).getAll('region')).toEqual([]);
    expect([...visit.complaints, ...visit.outside]).toEqual([]);
  });
});

describe('a saved view', () => {
  it('opens the page as it was kept, is shared with a role, and can be what the role begins with', async () => {
    const visit = await begin('operator');
    const page = await visit.open('/delivery?grain=MONTH&region=CN-GD&cut=CARRIER%3AHF&compare=year');
    await page.getByRole('button', { name: 'Views', exact: true }).click();
    await page.getByTestId('views').getByRole('button').first().click();
    const form = page.locator('dialog');
    await form.getByRole('textbox').fill('Guangdong by month');
    await form.getByRole('checkbox', { name: 'Executives' }).check();
    expect(await hindrances(page)).toEqual([]);
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });

    await visit.open('/voice?grain=DAY');
    await page.getByRole('button', { name: 'Views', exact: true }).click();
    await page
      .getByTestId('views')
      .getByRole('button', { name: /Guangdong by month/ })
      .first()
      .click();
    await page.waitForURL(/\/delivery\?/);
    await painted(page);
    const search = searchOf(page);
    for (const [key, value] of Object.entries({ grain: 'MONTH', region: 'CN-GD', cut: 'CARRIER:HF', compare: 'year' }))
      expect(search.getAll(key), key).toEqual([value]);

    await page.getByRole('button', { name: 'Views', exact: true }).click();
    await page.getByRole('button', { name: 'Change the view Guangdong by month' }).click();
    await form
      .getByRole('group', { name: /Begin with it/ })
      .getByRole('checkbox')
      .check();
    type Homes = { savedViews: { nodes: { homeOf: string[] }[] } };
    const homes = async () =>
      (
        await askFor<Homes>(
          house.url,
          await house.key('executive'),
          '{ savedViews(first: 1, where: { home: true }) { nodes { homeOf } } }',
        )
      ).savedViews.nodes.flatMap(({ homeOf }) => homeOf);
    await expect.poll(homes).toEqual(['EXECUTIVE']);
    expect([...visit.complaints, ...visit.outside]).toEqual([]);
    await visit.context.close();

    const executive = await begin('executive', { ...desk, lang: 'zh' });
    await executive.page.goto(new URL('/', house.url).href);
    await executive.page.waitForURL(/\/delivery\?.*cut=CARRIER/);
    await painted(executive.page);
    await executive.page.locator('nav a[href^="/?"], nav a[href="/"]').nth(1).click();
    await executive.page.waitForURL((url) => url.pathname === '/');
    await executive.context.close();
  });
});

describe('the palette, by keyboard only', () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await begin('analyst');
  });
  afterAll(() => visit.context.close());

  const closed = () => visit.page.getByTestId('palette').waitFor({ state: 'detached' });
  /** What is typed goes to the field that has the focus: not to that of a palette which is about to close. */
  async function find(text: string): Promise<void> {
    await closed();
    await visit.page.keyboard.press('Control+k');
    await visit.page.locator('[role="combobox"]:focus').waitFor();
    await visit.page.keyboard.type(text);
  }
  const chosen = () => visit.page.locator('[role="option"][aria-selected="true"]').first();

  it('finds a page by its name in the other language', async () => {
    const page = await visit.open('/?region=CN-GD');
    await find('配送');
    await expect.poll(() => chosen().textContent()).toContain('Delivery');
    expect(await hindrances(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/delivery\?/);
    await painted(page);
    expect(searchOf(page).get('region')).toBe('CN-GD');
  });

  it('finds a metric and explores it; arrows choose, Escape closes and gives the focus back', async () => {
    const { page } = visit;
    await find('NEGATIVE_REVIEW_RATE');
    await expect.poll(() => chosen().textContent()).toContain('NEGATIVE_REVIEW_RATE');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/explore\?.*metric=NEGATIVE_REVIEW_RATE/);
    await painted(page);
    await find('');
    const before = await chosen().textContent();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => chosen().textContent()).not.toBe(before);
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => chosen().textContent()).toBe(before);
    await page.keyboard.press('Escape');
    await closed();
  });

  it('finds an order by its number', async () => {
    const { page } = visit;
    type Orders = { orders: { nodes: { id: string; externalId: string }[] } };
    const [order] = (await asked<Orders>('{ orders(first: 1, where: { shop: "demo" }) { nodes { id externalId } } }'))
      .orders.nodes;
    await find(order!.externalId);
    await expect.poll(() => chosen().textContent()).toContain(`Order ${order!.externalId}`);
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/orders/${order!.id}`));
    await painted(page);
    await closed();
  });

  it('tells its shortcuts; single keys go places, and can be switched off', async () => {
    const { page } = visit;
    await page.keyboard.press('?');
    await page.getByTestId('shortcuts').waitFor();
    expect(await hindrances(page)).toEqual([]);
    await page.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await page.getByTestId('shortcuts').waitFor({ state: 'detached' });
    await page.keyboard.press('g');
    await page.keyboard.press('v');
    await page.keyboard.press('?');
    await painted(page);
    expect(await page.getByTestId('shortcuts').count()).toBe(0);
    expect(new URL(page.url()).pathname).toMatch(/^\/orders\//);
    await page.evaluate(`localStorage.setItem('rapport.keys', 'on')`);
    // The second key counts only soon after the first: a machine in a hurry elsewhere presses both again.
    await expect
      .poll(async () => {
        await page.keyboard.press('g');
        await page.keyboard.press('v');
        return new URL(page.url()).pathname;
      })
      .toBe('/voice');
    await painted(page);
    expect([...visit.complaints, ...visit.outside]).toEqual([]);
  });
});

describe('a question pointed together', () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await begin('analyst');
  });
  afterAll(() => visit.context.close());

  it('is drawn, said in GraphQL that answers the same figures, and opened in the editor', async () => {
    const page = await visit.open('/explore?metric=COMPLAINT_RATE');
    const builder = page.getByTestId('builder');
    await builder.getByRole('button', { name: '+ Dimension' }).click();
    await page.getByPlaceholder('Type to find').fill('carrier');
    await page.getByRole('button', { name: 'Carrier', exact: true }).click();
    await page.waitForURL(/by=CARRIER/);
    await page.keyboard.press('Escape');
    await painted(page);
    expect(await hindrances(page)).toEqual([]);
    const drawn = (await readFigures(page)).filter(({ key }) => key.startsWith('CARRIER='));
    expect(drawn.length).toBeGreaterThan(2);
    const text = (await page.getByTestId('question').textContent())!;
    type Answer = { metrics: { series: { key: { value: string | null }[]; points: { value: number }[] }[] } };
    const answered = new Map(
      (await asked<Answer>(text)).metrics.series.map(({ key, points }) => [key[0]!.value ?? '', points[0]!.value]),
    );
    for (const { key, value } of drawn) expect(value, key).toBe(answered.get(key.slice('CARRIER='.length)));
    await page.getByRole('link', { name: 'Open in the query page' }).click();
    await page.locator('[data-testid="workbench"][data-ready="true"]').waitFor();
    const written = () =>
      page.evaluate<string>(
        `__MONACO.editor.getModels().find((model) => model.uri.path.includes('operation')).getValue()`,
      );
    await expect.poll(written).toBe(text);
    await page.goBack();
    await page.waitForURL(/\/explore\?.*by=CARRIER/);
    await painted(page);
  });

  it.each([
    ['/explore?metric=ORDERS&metric=COMPLAINT_RATE&over=time', 2],
    ['/explore?metric=COMPLAINTS&by=CAUSE&compare=previous&compare=year', 4],
    ['/explore?metric=RESPONSE_IN_TIME_RATE&by=CHANNEL&by=HOUR', 8],
    ['/explore?metric=PROMISE_KEPT_RATE&by=CARRIER&over=time', 1],
    ['/explore?metric=NO_SUCH_METRIC&metric=GMV&by=AGENT', 1],
  ])('%s is drawn whole', async (path, figures) => {
    const page = await visit.open(path);
    expect((await readFigures(page)).length).toBeGreaterThanOrEqual(figures);
    expect(await page.locator('[data-state="error"]').count()).toBe(0);
    expect([...visit.complaints, ...visit.outside]).toEqual([]);
  });
});

describe('the journey', () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await begin('analyst');
  });
  afterAll(() => visit.context.close());

  it('is drawn as GraphQL counts it, and a ribbon opens exactly its orders', async () => {
    const page = await visit.open('/journey-flow');
    expect(await hindrances(page)).toEqual([]);
    const ribbon = page.locator('[data-flow="DELIVERY late complained"]');
    const orders = Number(await ribbon.getAttribute('data-orders'));
    expect(orders).toBeGreaterThan(0);
    await ribbon.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/orders\?.*path=/);
    await painted(page);
    expect(await page.getByTestId('answer').textContent()).toContain(String(orders));
    expect(await page.getByTestId('order-row').count()).toBe(Math.min(orders, 50));
    expect(await page.locator('main').textContent()).toContain('Late → Complained');
  });

  it('is cut by a node, told by segment and by outcome', async () => {
    const page = await visit.open('/journey-flow?segment=CARRIER&ended=COMPLAINED');
    const node = page.locator('[data-testid="node"][data-node="late"]');
    await node.click();
    await page.getByTestId('mark-menu').getByRole('button').first().click();
    await page.waitForURL(/cut=LATE%3Alate/);
    await painted(page);
    await expect.poll(() => page.locator('[data-testid="node"][data-node="on_time"]').count()).toBe(0);
    expect(await page.locator('[data-testid="step"]').count()).toBeGreaterThan(4);
    expect([...visit.complaints, ...visit.outside]).toEqual([]);
  });

  it('is read on a phone in Chinese', async () => {
    const phone = await begin('executive', { lang: 'zh', theme: 'dark', width: 390 });
    const page = await phone.open('/journey-flow');
    expect(await page.getByTestId('answer').textContent()).toMatch(/笔订单/);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(await hindrances(page)).toEqual([]);
    expect([...phone.complaints, ...phone.outside]).toEqual([]);
    await phone.context.close();
  });
});
