// For people: node --import ./bin/register.mjs tests/browser/shoot.ts <url> <one-time sign-in link> <directory> [path…]
// Writes a PNG of every page in both languages and themes at desktop and phone width.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openChromium } from './chromium.ts';
import { LOOKS, nameOf, Visit } from './visit.ts';

const [url, link, directory, ...paths] = process.argv.slice(2);

async function hrefOf(page: Page, selector: string): Promise<string[]> {
  const href = await page
    .locator(selector)
    .first()
    .getAttribute('href', { timeout: 3000 })
    .catch(() => null);
  return href === null ? [] : [href];
}

/** The pages of the menu, one order, one customer and one case. */
async function pagesOf(visit: Visit): Promise<string[]> {
  const page = await visit.open('/orders');
  const order = await hrefOf(page, '[data-testid="order-row"] a[href*="/orders/"]');
  const customer = await hrefOf(page, '[data-testid="order-row"] a[href*="/customers/"]');
  await visit.open('/cases');
  const one = await hrefOf(page, '[data-testid="case-row"] a[href*="/cases/"]');
  const menu = [
    '/',
    '/delivery',
    '/service',
    '/complaints',
    '/returns',
    '/voice',
    '/repurchase',
    '/second-orders',
    '/customer-value',
    '/recovery',
    '/membership',
    '/products',
    '/data-health',
    '/quarantine',
    '/runs',
    '/runs/1',
    '/changes',
    '/lineage?metric=PROMISE_KEPT_RATE',
  ];
  return [...menu, '/orders', '/cases', ...order, ...customer, ...one];
}

const fileOf = (path: string) =>
  path
    .replace(/\?.*$/, '')
    .replace(/[0-9a-f-]{36}/, 'one')
    .replaceAll('/', '-')
    .replace(/^-/, '') || 'overview';

async function shoot(shopUrl: string, signInLink: string, out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  const { browser, close } = await openChromium();
  try {
    const first = await Visit.begin(
      browser,
      shopUrl,
      signInLink,
      LOOKS[0] ?? { lang: 'en', theme: 'light', width: 1440 },
    );
    const signedIn = await first.context.storageState();
    const wanted = paths.length > 0 ? paths : await pagesOf(first);
    await first.context.close();
    for (const look of LOOKS) {
      const visit = await Visit.resume(browser, shopUrl, signedIn, look);
      for (const path of wanted) {
        const page = await visit.open(path);
        const file = join(out, `${fileOf(path)}-${nameOf(look)}.png`);
        await page.screenshot({ path: file, fullPage: true });
        process.stdout.write(`${file}\n`);
      }
      for (const complaint of [...visit.complaints, ...visit.outside])
        process.stdout.write(`! ${nameOf(look)}: ${complaint}\n`);
      await visit.context.close();
    }
  } finally {
    await close();
  }
}

if (!url || !link || !directory) {
  process.stderr.write('Usage: shoot.ts <url> <one-time sign-in link> <directory> [path…]\n');
  process.exitCode = 2;
} else await shoot(url, link, directory);
