import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { AxeResults } from 'axe-core';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { buildDashboard, dashboardDirectory } from '@rapport/bin/dashboard';
import { ask, openDemoHouse, type DemoHouse, type Role } from '../testkit/demo-house.ts';
import { openChromium, type OpenBrowser } from './chromium.ts';
import { LOOKS, nameOf, Visit, type Look } from './visit.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
const desk: Look = { lang: 'en', theme: 'light', width: 1440 };

let house: DemoHouse;
let chromium: OpenBrowser;
beforeAll(async () => {
  await buildDashboard(root);
  [house, chromium] = await Promise.all([
    openDemoHouse({ orders: 1500, seed: 'query', sources: ['demo'], dashboardDir: dashboardDirectory(root) }),
    openChromium(),
  ]);
});
afterAll(async () => {
  await chromium.close();
  await house.close();
});

const begin = async (role: Role, look: Look = desk): Promise<Visit> =>
  Visit.begin(chromium.browser, house.url, await house.signInLink(role), look);

async function openEditor(visit: Visit, path: string): Promise<Page> {
  const page = await visit.open(path);
  await page.locator('[data-testid="workbench"][data-ready="true"]').waitFor();
  return page;
}

/** What stands in one of the editors. */
const written = (page: Page, editor: 'operation' | 'variables' | 'response'): Promise<string> =>
  page.evaluate<string>(`__MONACO.editor.getModels().find((model) => model.uri.path.includes('${editor}')).getValue()`);
const write = (page: Page, text: string): Promise<unknown> =>
  page.evaluate(
    `__MONACO.editor.getModels().find((model) => model.uri.path.includes('operation')).setValue(${JSON.stringify(text)})`,
  );
const tool = (page: Page, n: number) => page.getByRole('toolbar').getByRole('button').nth(n);
const answered = async (page: Page): Promise<void> => {
  await page.getByTestId('cost').waitFor();
  await expect.poll(() => written(page, 'response')).toMatch(/"(data|errors)"/);
};

/** What of the page is ours alone: the editors and what GraphiQL draws of the schema are as their makers left them. */
async function hindrances(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run({ include: [['main'], ['[role="dialog"]']], exclude: [['.graphiql-editor'], ['.result-window'], ['.graphiql-doc-explorer'], ['.graphiql-history']] })`,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Each language, theme and width twice. */
const looks = LOOKS.filter((_, n) => [0, 3, 5, 6].includes(n));

describe.each(looks.map((look) => ({ ...look, name: nameOf(look) })))('$name', (look) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await begin('analyst', look);
  });
  afterAll(() => visit.context.close());

  it('asks an example and reads its answer, its cost and its tables, and nothing stands in the way', async () => {
    const page = await openEditor(visit, '/query?example=A1');
    expect(await written(page, 'operation')).toContain('query WeeklyBoard');
    expect(JSON.parse(await written(page, 'variables'))).toMatchObject({ shop: 'demo', to: '2026-10-31' });
    await tool(page, 0).click();
    await answered(page);
    expect(JSON.parse(await written(page, 'response'))).toMatchObject({ data: { metrics: { asOf: '2026-10-31' } } });
    expect(await page.getByTestId('cost').textContent()).toMatch(/8.*5,000/);
    expect(await hindrances(page)).toEqual([]);
    await page.locator('[aria-live] [role="group"] button').nth(1).click();
    const rows = page.getByTestId('answer-tables').getByTestId('twin-row');
    await expect.poll(() => rows.count()).toBe(6);
    expect(await rows.first().textContent()).toContain(look.lang === 'zh' ? '订单' : 'Orders');
    expect(await hindrances(page)).toEqual([]);
    expect(await page.getAttribute('body', 'class')).toContain(`graphiql-${look.theme}`);
    expect(
      await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
      'wider than the screen',
    ).toBeLessThanOrEqual(0);
  });

  it('finds an example among all of them', async () => {
    const page = await visit.open('/query/examples');
    const files = readdirSync(join(root, 'docs/examples')).filter((name) => name.endsWith('.graphql'));
    expect(await page.getByTestId('example').count()).toBe(files.length);
    await page
      .locator('main input')
      .last()
      .fill(look.lang === 'zh' ? '同期群' : 'cohorts');
    await expect.poll(() => page.getByTestId('example').count()).toBeLessThan(5);
    expect(await hindrances(page)).toEqual([]);
    await page.locator('[data-example="C17"] a').click();
    await page.waitForURL(/example=C17/);
    await page.locator('[data-testid="workbench"][data-ready="true"]').waitFor();
    await expect.poll(() => written(page, 'operation')).toContain('query Repurchase');
    expect([...visit.complaints, ...visit.outside]).toEqual([]);
  });
});

describe('with the keyboard, in Chinese', () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await begin('analyst', { lang: 'zh', theme: 'dark', width: 1440 });
  });
  afterAll(() => visit.context.close());

  it('asks, and reads a refusal in words, with the place it looks at', async () => {
    const page = await openEditor(visit, '/query?example=A10');
    await page.locator('.graphiql-editor').first().click();
    await page.keyboard.press('Control+Enter');
    await answered(page);
    expect(await written(page, 'response')).toContain('dataVersion');

    await write(page, '{ orders(first: 101) { nodes { id } } }');
    await tool(page, 0).click();
    const refusals = page.getByTestId('refusals');
    await refusals.waitFor();
    expect(await refusals.textContent()).toContain('PAGE_LIMIT');
    expect(await refusals.textContent()).toContain('每页');

    await write(page, '{ metrics(metrics: [ORDERS], period: { from: "2026-02-02", to: "2026-01-01" }) { asOf } }');
    await tool(page, 0).click();
    await expect.poll(() => refusals.textContent()).toContain('BAD_USER_INPUT');
    expect(await refusals.textContent()).toMatch(/第 1 行第 3 列/);
  });

  it('reads what a field means in the documentation', async () => {
    const { page } = visit;
    await page.locator('aside [role="group"] button').nth(1).click();
    await page.getByText('Query', { exact: true }).last().click();
    await expect.poll(() => page.locator('aside').textContent()).toContain('metricCatalog');
  });
});

describe('a query that is kept', () => {
  it('comes back by its address, and is opened by who it is shared with', async () => {
    const mine = await begin('analyst');
    const page = await openEditor(mine, '/query?example=A10');
    await tool(page, 3).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('textbox').first().fill('Is there news?');
    await drawer.getByRole('checkbox').nth(2).check();
    expect(await hindrances(page)).toEqual([]);
    await drawer.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL(/saved=\d+/);
    await expect.poll(() => page.getByTestId('saved-queries').textContent()).toContain('Is there news?');
    const address = new URL(page.url());
    // Another visit of the same person: a browser does not tell the end of a worker's script that it has fetched before.
    const back = await begin('analyst');
    const again = await openEditor(back, `${address.pathname}?saved=${address.searchParams.get('saved')}`);
    await expect.poll(() => written(again, 'operation')).toContain('query PollCheaply');

    const other = await begin('operator');
    const theirs = await openEditor(other, `/query?saved=${address.searchParams.get('saved')}`);
    await expect.poll(() => written(theirs, 'operation')).toContain('query PollCheaply');
    await expect.poll(() => theirs.getByTestId('saved-queries').textContent()).toContain('test-analyst');
    await tool(theirs, 3).click();
    await theirs.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await theirs.waitForURL((url) => url.searchParams.get('saved') !== address.searchParams.get('saved'));

    await tool(again, 3).click();
    const buttons = again.getByRole('dialog').getByRole('button');
    await buttons.filter({ hasText: 'Delete' }).click();
    await buttons.filter({ hasText: 'Delete for good' }).click();
    await again.waitForURL((url) => !url.searchParams.has('saved'));
    await expect.poll(() => again.getByText('Nothing saved yet').count()).toBe(1);
    expect([...mine.complaints, ...mine.outside, ...back.complaints, ...other.complaints]).toEqual([]);
    await back.context.close();
    await mine.context.close();
    await other.context.close();
  });
});

describe('copied to be sent from elsewhere', () => {
  let visit: Visit;
  let folder: string;
  let key: string;
  const snippets: Record<string, string> = {};
  let told: unknown;
  let barred: string[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rapport-snippets-'));
    key = await house.key('analyst');
    visit = await begin('analyst');
    const page = await openEditor(visit, '/query?example=A13');
    // What could break a quoted text in one of the languages.
    const query = `# it's \`\${tricky}\` "quoted" """thrice""" \\n 中文\n${await written(page, 'operation')}`;
    await write(page, query);
    told = (await ask(house.url, key, query, JSON.parse(await written(page, 'variables')) as Record<string, unknown>))
      .answer.data;
    await tool(page, 2).click();
    for (const name of ['curl', 'TypeScript', 'Python']) {
      await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
      const snippet = page.getByRole('textbox', { name, exact: true });
      snippets[name] = (await snippet.inputValue()).replaceAll('rpt_YOUR_KEY', key);
    }
    barred = await hindrances(page);
  });
  afterAll(async () => {
    await visit.context.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function ran(name: string, file: string, command: string, ...args: string[]): Promise<unknown> {
    await writeFile(join(folder, file), snippets[name]!);
    const { stdout } = await run(command, [...args, join(folder, file)]);
    return JSON.parse(stdout);
  }

  it('as curl', async () => {
    expect(barred).toEqual([]);
    expect(told).toHaveProperty('metrics.series.0.points.0.value');
    expect(await ran('curl', 'ask.sh', 'sh')).toMatchObject({ data: told });
  });

  it('as TypeScript', async () => {
    expect(await ran('TypeScript', 'ask.ts', process.execPath, '--no-warnings')).toEqual(told);
  });

  it('as Python', async () => {
    const python = await run('python3', ['--version']).catch(() => undefined);
    expect(snippets['Python']).toContain('urllib.request');
    // A machine without Python has nothing to run it with; the other two are run everywhere.
    expect(python ? await ran('Python', 'ask.py', 'python3') : told).toEqual(told);
  });
});

test('no other page loads the editor, and whoever may not ask reads why', async () => {
  const visit = await begin('executive');
  const loaded: string[] = [];
  visit.page.on('request', (request) => loaded.push(request.url()));
  await visit.open('/');
  expect(await visit.page.locator('nav a[href^="/query"]').count()).toBe(0);
  const page = await visit.open('/query');
  expect(await page.getByTestId('answer').textContent()).toMatch(/analysts/);
  expect(await page.getByTestId('workbench').count()).toBe(0);
  expect(loaded.filter((url) => /monaco|worker|Workbench/i.test(url))).toEqual([]);
  expect(await hindrances(page)).toEqual([]);
  expect([...visit.complaints, ...visit.outside]).toEqual([]);
  await visit.context.close();
});
