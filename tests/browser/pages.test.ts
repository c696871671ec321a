import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDashboard, dashboardDirectory } from '@rapport/bin/dashboard';
import { openDemoHouse, type DemoHouse } from '../testkit/demo-house.ts';
import { AskedFigures } from './asked-figures.ts';
import { openChromium, type OpenBrowser } from './chromium.ts';
import { readable } from './expected-text.ts';
import { readFigures, type PaintedFigure } from './reader.ts';
import { LOOKS, nameOf, Visit } from './visit.ts';

const root = join(import.meta.dirname, '../..');
const PAGES = [
  { path: '/', figures: 8 },
  { path: '/delivery', figures: 4 },
  { path: '/repurchase', figures: 4 },
  { path: '/data-health', figures: 0 },
] as const;

let house: DemoHouse;
let chromium: OpenBrowser;
let asked: AskedFigures;

beforeAll(async () => {
  await buildDashboard(root);
  [house, chromium] = await Promise.all([
    openDemoHouse({ orders: 1500, seed: 'browser', dashboardDir: dashboardDirectory(root) }),
    openChromium(),
  ]);
  asked = new AskedFigures(house.url, await house.key('analyst'));
}, 240_000);
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
    const painted = await readFigures(page);
    expect(painted.filter(({ text }) => text !== null).length).toBeGreaterThanOrEqual(figures);
    const expected = await Promise.all(painted.map((figure) => asked.asPainted(figure, look.lang)));
    expect(painted.map(sentence)).toEqual(expected.map(sentence));
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
