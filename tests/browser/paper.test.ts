import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { parse } from 'csv-parse/sync';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDashboard, dashboardDirectory } from '@rapport/bin/dashboard';
import { Printer, reportsOf } from '@rapport/bin/printing';
import { ReportWatch } from '@rapport/etl';
import { mailServer } from '../guards/receivers.ts';
import { ask, askFor, openDemoHouse, type DemoHouse, type Role } from '../testkit/demo-house.ts';
import { openChromium, type OpenBrowser } from './chromium.ts';
import { Visit, type Look } from './visit.ts';

const root = join(import.meta.dirname, '../..');
const desk: Look = { lang: 'en', theme: 'light', width: 1440 };

let house: DemoHouse;
let chromium: OpenBrowser;
let printer: Printer;
beforeAll(async () => {
  await buildDashboard(root);
  printer = new Printer({ base: () => house.url, chromium: null });
  const made = {
    orders: 1500,
    seed: 'paper',
    dashboardDir: dashboardDirectory(root),
    operated: true,
    printing: printer,
  };
  [house, chromium] = await Promise.all([openDemoHouse(made), openChromium()]);
});
afterAll(async () => {
  await printer.close();
  await chromium.close();
  await house.close();
});

const begin = async (role: Role, look: Look = desk): Promise<Visit> =>
  Visit.begin(chromium.browser, house.url, await house.signInLink(role), look);

/** What a choice in the menu of the card with a chart of promises hands to the browser. */
async function saved(page: Page, choice: string | RegExp): Promise<Download> {
  const card = page.locator('section', { has: page.getByTestId('happenings') }).first();
  await card.getByRole('button', { name: /^(Export|导出)$/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByText(choice, { exact: true }).click(),
  ]);
  return download;
}
const contentOf = async (download: Download): Promise<Buffer> => readFile(await download.path());

async function pagesOf(pdf: Uint8Array): Promise<{ text: string; width: number; height: number }[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const pages = [...document.pages()].map((page) => {
    const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
    return { text: page.getText(), width, height };
  });
  document.destroy();
  library.destroy();
  return pages;
}

describe('a card', () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await begin('analyst');
  });
  afterAll(() => visit.context.close());

  it('is saved as the table it shows, with every digit that GraphQL answers', async () => {
    const page = await visit.open('/delivery?from=2026-08-01&to=2026-10-31&grain=MONTH');
    const csv = await contentOf(await saved(page, 'This table'));
    const rows = parse<Record<string, string>>(csv, { bom: true, columns: true });
    type Answer = { metrics: { series: { points: { bucket: string; value: number; sample: number }[] }[] } };
    const period = `{ from: "${rows[0]!['Period']}", to: "2026-10-31" }`;
    const query = `{ metrics(metrics: [DELIVERY_DAYS_P50], period: ${period}, grain: MONTH, where: [{ dimension: SHOP, in: ["demo"] }]) { series { points { bucket value sample } } } }`;
    const { metrics } = await askFor<Answer>(house.url, await house.key('analyst'), query);
    const points = metrics.series[0]!.points;
    expect(points.length).toBeGreaterThan(10);
    expect(rows.map((row) => [row['Period'], Number(row['half of the parcels']), Number(row['n'])])).toEqual(
      points.map(({ bucket, value, sample }) => [bucket, value, sample]),
    );
    expect(rows.map((row) => row['Marked']).join(' ')).toContain('Double 11');
  });

  it.each([
    ['en', 'Picture'],
    ['zh', '图片'],
  ] as const)(
    'is saved as a picture, larger than the card by what its page is filtered by (%s)',
    async (lang, choice) => {
      const look = await begin('executive', { ...desk, lang });
      const page = await look.open('/delivery?from=2026-08-01&to=2026-10-31');
      const box = await page
        .locator('section', { has: page.getByTestId('happenings') })
        .first()
        .boundingBox();
      const png = await contentOf(await saved(page, choice));
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
      expect(width / 2 - box!.width).toBeCloseTo(40, -1);
      expect(height / 2 - box!.height).toBeGreaterThan(60);
      // An empty sheet of this size packs to a few kilobytes.
      expect(png.length).toBeGreaterThan(60_000);
      expect([...look.complaints, ...look.outside]).toEqual([]);
      await look.context.close();
    },
  );

  it('of an empty selection is still a table, with its heads alone', async () => {
    const page = await visit.open('/orders?rowsFrom=2020-01-01&rowsTo=2020-01-01');
    expect(await page.locator('[data-state="error"]').count()).toBe(0);
    expect(visit.complaints).toEqual([]);
  });
});

describe('notes', () => {
  it('are written on a chart, seen by others, in the table and on paper, and taken away again', async () => {
    const visit = await begin('analyst');
    const page = await visit.open('/?from=2026-08-01&to=2026-10-31');
    const card = page.locator('section', { has: page.getByTestId('happenings') }).first();
    await card.getByRole('button', { name: 'Note' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What happened').fill('仓库搬迁 warehouse moved');
    await dialog.getByLabel('Day').fill('2026-09-15');
    await dialog.getByLabel('Until').fill('2026-09-16');
    await dialog.getByRole('button', { name: 'Add note' }).click();
    await dialog.getByTestId('note').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();

    const other = await begin('operator');
    const theirs = await other.open('/?from=2026-08-01&to=2026-10-31');
    const mark = theirs.locator('[data-testid="happenings"] [aria-label*="warehouse moved"]').first();
    await mark.focus();
    expect(await mark.getAttribute('aria-label')).toContain('test-analyst');
    await theirs.emulateMedia({ media: 'print' });
    await expect.poll(() => theirs.getByTestId('happening-list').first().innerText()).toContain('warehouse moved');
    await expect.poll(() => theirs.getByTestId('print-twin').first().innerText()).toContain('warehouse moved');
    await other.context.close();

    await card.getByRole('button', { name: 'Note' }).click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await dialog.getByTestId('note').waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('[aria-label*="warehouse moved"]').count()).toBe(0);
    expect([...visit.complaints, ...visit.outside, ...other.complaints]).toEqual([]);
    await visit.context.close();
  });
});

describe('a whole page as PDF', () => {
  const printed = async (key: string, page: string, paper = 'landscape'): Promise<Response> =>
    fetch(new URL(`/print?${new URLSearchParams({ page, paper }).toString()}`, house.url), {
      headers: { authorization: `Bearer ${key}` },
    });

  it('comes from the menu of the page under the reader’s own session, with filters, tables and every sheet numbered', async () => {
    const visit = await begin('executive', { ...desk, lang: 'zh', theme: 'dark' });
    const page = await visit.open('/delivery?from=2026-08-01&to=2026-10-31&region=CN-GD');
    await page.getByRole('button', { name: '打印' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('PDF，A4 横向').click()]);
    const pages = await pagesOf(await contentOf(download));
    const [first] = pages;
    expect(first!.width).toBeGreaterThan(first!.height);
    for (const told of [
      '演示商城',
      '配送',
      '2026年8月1日–10月31日',
      '去年同期',
      '仅 广东',
      '数据截至 2026年10月31日',
      '数据版本',
    ])
      expect(first!.text).toContain(told);
    expect(pages.every(({ text }, at) => text.includes(`第 ${at + 1} 页，共 ${pages.length} 页`))).toBe(true);
    expect(pages.map(({ text }) => text).join('\n')).toContain('双十一');
    expect([...visit.complaints, ...visit.outside]).toEqual([]);
    await visit.context.close();
  });

  it('holds the figures that GraphQL answers, on portrait paper too', async () => {
    const key = await house.key('executive');
    const response = await printed(key, '/?lang=en&from=2026-08-01&to=2026-10-31', 'portrait');
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const pages = await pagesOf(new Uint8Array(await response.arrayBuffer()));
    expect(pages[0]!.width).toBeLessThan(pages[0]!.height);
    type Answer = { metrics: { series: { points: { numerator: number; denominator: number }[] }[] } };
    const query = `{ metrics(metrics: [PROMISE_KEPT_RATE], period: { from: "2026-08-01", to: "2026-10-31" }, where: [{ dimension: SHOP, in: ["demo"] }]) { series { points { numerator denominator } } } }`;
    const { metrics } = await askFor<Answer>(house.url, key, query);
    const { numerator, denominator } = metrics.series[0]!.points[0]!;
    const whole = pages.map(({ text }) => text).join('\n');
    expect(whole).toContain(numerator.toLocaleString('en'));
    expect(whole).toContain(denominator.toLocaleString('en'));
  });

  it('is refused to whoever is not signed in, for what is no page of ours, and where the role does not open it', async () => {
    const anonymous = await fetch(new URL('/print?page=%2F', house.url), { headers: { 'x-rapport-client': 'test' } });
    expect(anonymous.status).toBe(401);
    const key = await house.key('executive');
    for (const page of ['https://example.com/', '//example.com/', '/graphql', 'delivery', '/sign-in?token=x'])
      expect((await printed(key, page)).status, page).toBe(400);
  });
});

describe('reports by e-mail', () => {
  it('go out when due, as the executive role sees them, to each recipient alone, until they unsubscribe', async () => {
    const mails = await mailServer();
    const home = await mkdtemp(join(tmpdir(), 'rapport-reports-'));
    await writeFile(
      join(home, 'alerts.yaml'),
      `channels:\n  mail:\n    email:\n      smtp: ${mails.url}\n      from: Rapport <rapport@example.com>\n      to: ops@example.com\n`,
    );
    const folder = { folder: null, onlyFor: [] };
    const settings = { root, home, publicUrl: house.url, chromium: null, mostFactRows: 25_000_000, documents: folder };
    const reports = await reportsOf(settings, house.database);
    const problems: unknown[] = [];
    let now = new Date();
    const watch = new ReportWatch(house.database.pool, {
      hands: reports.hands,
      log: (level, _, fields) => level === 'warn' && problems.push(fields),
      now: () => now,
    });
    const input = {
      name: '每周配送',
      shop: 'demo',
      page: '/delivery?grain=MONTH&lang=en',
      language: 'ZH',
      cron: '0 8 * * 1',
      recipients: ['Ada@example.com', 'bob@example.com'],
    };
    const key = await house.key('analyst');
    const save =
      'mutation ($input: SaveReportInput!) { saveReport(input: $input) { reportId userErrors { code field } } }';
    type Saved = { saveReport: { userErrors: { code: string }[] } };
    const refusedFor = async (over: object): Promise<string | undefined> => {
      const { answer } = await ask(house.url, key, save, { input: { ...input, ...over } });
      return (answer.data as Saved).saveReport.userErrors[0]?.code;
    };
    expect(await refusedFor({ recipients: ['nobody'] })).toBe('BAD_RECIPIENTS');
    expect(await refusedFor({ cron: '* * * * *' })).toBe('BAD_CRON');
    expect(await refusedFor({ page: 'https://example.com' })).toBe('BAD_PAGE');
    expect(await refusedFor({})).toBeUndefined();
    expect(await refusedFor({})).toBe('NAME_TAKEN');

    try {
      expect(await watch.sendDue()).toBe(0);
      now = new Date(Date.now() + 8 * 86_400_000);
      expect(await watch.sendDue()).toBe(1);
      expect(problems).toEqual([]);
      expect(await watch.sendDue()).toBe(0);
      expect(mails.mails.map(({ to, subject }) => [to, subject])).toEqual([
        [['ada@example.com'], '[Rapport] 每周配送'],
        [['bob@example.com'], '[Rapport] 每周配送'],
      ]);
      const [letter] = mails.mails;
      const pdf = /Content-Type: application\/pdf[^]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(letter!.raw)?.[1] ?? '';
      const [first] = await pagesOf(Buffer.from(pdf.replaceAll(/\s/g, ''), 'base64'));
      for (const told of ['演示商城', '配送', '粒度：月']) expect(first!.text).toContain(told);

      const link = /List-Unsubscribe: ?<(\S+)>/.exec(letter!.raw.replaceAll(/\r\n[ \t]/g, ''))?.[1] ?? '';
      expect((await fetch(link)).status).toBe(200);
      const ended = await fetch(link, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      });
      expect(ended.status).toBe(200);
      expect((await fetch(`${link}x`, { method: 'POST' })).status).toBe(404);
      now = new Date(now.getTime() + 8 * 86_400_000);
      expect(await watch.sendDue()).toBe(1);
      expect(mails.mails.slice(2).map(({ to }) => to)).toEqual([['bob@example.com']]);
      const { rows } = await house.database.pool.query<{ action: string }>(
        `select action from ops.audit where action like 'report.%' order by id`,
      );
      expect(rows.map(({ action }) => action)).toEqual([
        'report.save',
        'report.sent',
        'report.unsubscribe',
        'report.sent',
      ]);
    } finally {
      await reports.close();
      await mails.close();
      await rm(home, { recursive: true, force: true });
    }
  });
});
