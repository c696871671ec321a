import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { DemoHouse } from '../testkit/demo-house.ts';
import type { OpenBrowser } from './chromium.ts';
import { painted, type Marked } from './reader.ts';
import { nameOf, Visit, type Look } from './visit.ts';

interface Asking {
  house: DemoHouse;
  chromium: OpenBrowser;
}

/** A mark of a chart is named in a reader's order (what, how much, of how many), not in that of its letters, some of which are cut. */
const UNASKED = `rules: { 'label-content-name-mismatch': { enabled: false } }`;

/** What axe finds on the whole page; editors and what GraphiQL draws of the schema are as their makers left them. */
export async function hindrances(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run({ exclude: [['.graphiql-editor'], ['.result-window'], ['.graphiql-doc-explorer'], ['.graphiql-history']] }, { ${UNASKED} })`,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

const looks: readonly Look[] = [
  { lang: 'en', theme: 'light', width: 1440 },
  { lang: 'zh', theme: 'dark', width: 390 },
];

/** Every page of the menu, whoever built it, after its figures are painted. */
export function everyPageIsAccessible(asking: () => Asking): void {
  describe('nothing stands in the way of who uses no mouse or sees no colour', () => {
    it.each(looks.map((look) => ({ ...look, name: nameOf(look) })))(
      'on any page of the menu, in $name',
      async (look) => {
        const { house, chromium } = asking();
        const visit = await Visit.begin(chromium.browser, house.url, await house.signInLink('operator'), look);
        const page = await visit.open('/');
        const links = await page
          .locator('nav a[href]')
          .evaluateAll((all) => (all as unknown as Marked[]).map((link) => link.getAttribute('href') ?? ''));
        const paths = [...new Set(links.map((link) => new URL(link, house.url).pathname))];
        expect(paths.length).toBeGreaterThan(4);
        for (const path of look.width > 720 ? paths : [...paths, '/delivery', '/membership', '/repurchase']) {
          await visit.open(path);
          await painted(page);
          expect.soft(await hindrances(page), path).toEqual([]);
        }
        await visit.context.close();
      },
    );
  });
}
