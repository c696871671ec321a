// npm run bench -- lighthouse [--orders 20000] [--database name] [--pages /,/delivery]: the built dashboard over a generated shop, looked at by
// Lighthouse as a signed-in reader: on the desktop preset performance >= 95, accessibility 100, best practices >= 95, CLS <= 0.02; on the
// mobile preset LCP <= 2.5 s; then a filter changed by hand, to the next paint <= 150 ms. Exit code 1 where a bar is missed. Wants a quiet machine.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import lighthouse, { desktopConfig, type Config, type Result } from 'lighthouse';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { createSignInLink, startApi } from '@rapport/api';
import { buildDashboard, dashboardDirectory } from '@rapport/bin/dashboard';
import { CHROMIUM_FLAGS } from '../browser/chromium.ts';
import { extractChromium } from '../browser/config.ts';
import { painted } from '../browser/reader.ts';
import { filled, onServer } from './api/house.ts';

const { values: options } = parseArgs({
  options: {
    orders: { type: 'string', default: '20000' },
    /** Kept afterwards; filled only where it is not there yet. */
    database: { type: 'string' },
    pages: { type: 'string', default: '/,/delivery,/repurchase' },
  },
});
const BARS = {
  performance: 95,
  accessibility: 100,
  'best-practices': 95,
  cls: 0.02,
  lcpMs: 2500,
  paintMs: 150,
} as const;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
const root = join(import.meta.dirname, '../..');

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const missed: string[] = [];
function bar(held: boolean, line: string): void {
  say(`${held ? '  ok  ' : 'MISSED'} ${line}`);
  if (!held) missed.push(line);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => void server.close(done));
  return port;
}

const audit = ({ audits }: Result, id: string): number => audits[id]?.numericValue ?? Number.NaN;

async function look(url: string, port: number, config: Config | undefined): Promise<Result> {
  // The session is a cookie of the profile: storage stays as it is between looks.
  const run = await lighthouse(
    url,
    { port, onlyCategories: [...CATEGORIES], disableStorageReset: true, logLevel: 'error' },
    config,
  );
  if (!run) throw new Error(`Lighthouse had nothing to say of ${url}.`);
  return run.lhr;
}

async function judge(base: string, path: string, port: number): Promise<void> {
  const url = new URL(path, base).href;
  const desktop = await look(url, port, desktopConfig);
  for (const name of CATEGORIES) {
    const score = Math.round((desktop.categories[name]?.score ?? 0) * 100);
    bar(score >= BARS[name], `${path} desktop ${name} ${score} (at least ${BARS[name]})`);
  }
  for (const [id, each] of Object.entries(desktop.audits))
    if (each.score === 0 && each.scoreDisplayMode === 'binary') say(`       ${id}: ${each.title}`);
  const shift = audit(desktop, 'cumulative-layout-shift');
  bar(shift <= BARS.cls, `${path} desktop CLS ${shift.toFixed(3)} (at most ${BARS.cls})`);
  const mobile = await look(url, port, undefined);
  const lcp = audit(mobile, 'largest-contentful-paint');
  bar(lcp <= BARS.lcpMs, `${path} mobile LCP ${(lcp / 1000).toFixed(2)} s (at most ${BARS.lcpMs / 1000} s)`);
  say(`       mobile performance ${Math.round((mobile.categories['performance']?.score ?? 0) * 100)}`);
}

/** From the press of a preset to the frame that answers it, as the browser's own Event Timing says; the worst of the presses. */
async function filterChange(page: Page, base: string): Promise<number> {
  await page.goto(new URL('/?lang=en', base).href);
  await painted(page);
  await page.evaluate(
    `window.presses = []; new PerformanceObserver((list) => window.presses.push(...list.getEntries().filter(({ name }) => name === 'click').map(({ duration }) => duration))).observe({ type: 'event', durationThreshold: 16 })`,
  );
  for (const preset of ['Last 30 days', 'Last full quarter', 'Last 3 full months']) {
    await page
      .getByRole('button', { name: /^Period/ })
      .first()
      .click();
    await page.getByRole('button', { name: preset, exact: false }).first().click();
    await painted(page);
  }
  return page.evaluate<number>('Math.max(0, ...window.presses)');
}

async function signedIn(port: number, link: string): Promise<{ context: BrowserContext; close(): Promise<void> }> {
  const binary = await extractChromium();
  const profile = await mkdtemp(join(tmpdir(), 'rapport-lighthouse-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: binary.path,
    env: binary.env,
    args: [...CHROMIUM_FLAGS, `--remote-debugging-port=${port}`],
    headless: true,
    viewport: { width: 1440, height: 900 },
  });
  await context.addInitScript(`localStorage.setItem('rapport.tour', 'seen')`);
  const page = await context.newPage();
  await page.goto(link);
  await page.waitForSelector('[data-testid="answer"]');
  await page.evaluate(`localStorage.setItem('rapport.tour', 'seen'); localStorage.setItem('rapport.lang', 'en')`);
  return {
    context,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
      await binary.remove();
    },
  };
}

await buildDashboard(root);
await onServer(async (serverUrl) => {
  const shop = await filled(serverUrl, Number(options.orders), options.database);
  const api = await startApi({
    databaseUrl: shop.url,
    port: 0,
    dashboardDir: dashboardDirectory(root),
    costPerMinute: 1_000_000_000,
    log: () => {},
  });
  const port = await freePort();
  const { path } = await createSignInLink(shop.pool, { user: 'lighthouse', role: 'analyst' });
  const reader = await signedIn(port, new URL(path, api.url).href);
  try {
    for (const page of options.pages.split(',')) await judge(api.url, page, port);
    const paint = await filterChange(await reader.context.newPage(), api.url);
    bar(paint <= BARS.paintMs, `a filter changed: ${paint.toFixed(0)} ms to the next paint (at most ${BARS.paintMs})`);
  } finally {
    await reader.close();
    await api.close();
    await shop.drop();
  }
});
if (missed.length > 0) {
  say(`${missed.length} missed.`);
  process.exitCode = 1;
}
