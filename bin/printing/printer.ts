import { PrintRefused, type PrintOrder } from '@rapport/api';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findChromium } from './config.ts';

export interface PrinterOptions {
  /** Where pages are served on this machine. */
  base(): string;
  /** Path of a browser; null: one is looked for. */
  chromium: string | null;
}

export interface Printed {
  pdf: Uint8Array;
  /** Of the page, as its tab says. */
  title: string;
  /** The sentence with which it opens. */
  answer: string;
  dataVersion: string | null;
}

/** What comes after waits for what is printed now; more than this are told to come again. */
const MOST_WAITING = 4;
const PATIENCE_MS = 45_000;
/** A browser takes 200 MB: it leaves when nobody has printed for a while. */
const IDLE_MS = 60_000;

const FLAGS = [
  '--no-sandbox', // it opens pages of our own server only, as an account without rights
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** Widths at which the layout on the screen is the layout on the paper: no breakpoint lies between a sheet with and without its margins. */
const sheets = {
  landscape: { scale: 0.86, viewport: { width: 1235, height: 820 } },
  portrait: { scale: 0.74, viewport: { width: 991, height: 1380 } },
};

const refused = {
  noBrowser: () =>
    new PrintRefused('NO_BROWSER', {
      en: 'There is no browser to print with. Set RAPPORT_CHROMIUM to one: see "Reports" in docs/operations.',
      zh: '没有可用于打印的浏览器，请设置 RAPPORT_CHROMIUM：见 docs/operations 的 Reports 一节。',
    }),
  busy: () =>
    new PrintRefused('BUSY', {
      en: 'Several pages are being printed. Try again in a moment.',
      zh: '正在打印其他页面，请稍后再试。',
    }),
  notPainted: () =>
    new PrintRefused('NOT_PAINTED', {
      en: 'The page did not show its figures in time, or this role does not open it. Choose a shorter period, or try again.',
      zh: '页面未能及时显示数字，或该角色无权打开。请缩短时段，或稍后再试。',
    }),
};

/** Prints pages of our own dashboard with a browser, one after the other. */
export class Printer {
  readonly #options: PrinterOptions;
  #browser: Promise<Browser> | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(options: PrinterOptions) {
    this.#options = options;
  }

  async print(order: PrintOrder): Promise<Printed> {
    if (this.#waiting >= MOST_WAITING) throw refused.busy();
    this.#waiting++;
    clearTimeout(this.#idle);
    const printed = this.#last.then(() => this.#print(order));
    this.#last = printed.catch(() => undefined);
    try {
      return await printed;
    } finally {
      this.#waiting--;
      if (this.#waiting === 0) this.#idle = setTimeout(() => void this.#leave(), IDLE_MS).unref();
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle);
    await this.#leave();
  }

  async #leave(): Promise<void> {
    const browser = this.#browser;
    this.#browser = null;
    await (await browser?.catch(() => null))?.close();
  }

  #open(): Promise<Browser> {
    const opening = (this.#browser ??= this.#launch());
    opening.catch(() => (this.#browser = null));
    return opening;
  }

  async #launch(): Promise<Browser> {
    const found = await findChromium(this.#options.chromium);
    if (!found) throw refused.noBrowser();
    const { chromium } = await import('playwright-core');
    const settings = {
      executablePath: found.path,
      env: found.env,
      args: FLAGS,
      handleSIGINT: false,
      handleSIGTERM: false,
    };
    const browser = await chromium.launch({ ...settings, headless: true }).catch(async () => {
      await found.remove();
      throw refused.noBrowser();
    });
    browser.on('disconnected', () => {
      this.#browser = null;
      void found.remove();
    });
    return browser;
  }

  async #print({ page: path, landscape, as }: PrintOrder): Promise<Printed> {
    const browser = await this.#open();
    const { scale, viewport } = sheets[landscape ? 'landscape' : 'portrait'];
    const base = this.#options.base();
    const context = await browser.newContext({
      viewport,
      colorScheme: 'light',
      reducedMotion: 'reduce',
      ...('key' in as ? { extraHTTPHeaders: { authorization: `Bearer ${as.key}` } } : {}),
    });
    try {
      context.setDefaultTimeout(PATIENCE_MS);
      if ('session' in as) await context.addCookies([{ name: 'rapport_session', value: as.session, url: base }]);
      await keepInside(context, base);
      const page = await context.newPage();
      await page.emulateMedia({ media: 'print' });
      const address = new URL(path, base);
      address.searchParams.set('theme', 'light');
      await page.goto(address.href);
      await painted(page, address.pathname);
      const pdf = await page.pdf({ format: 'A4', landscape, scale, printBackground: true, tagged: true });
      return { pdf, ...(await said(page)) };
    } catch (error) {
      throw (error as Error).name === 'TimeoutError' ? refused.notPainted() : error;
    } finally {
      await context.close();
    }
  }
}

/** A page of ours asks nothing from elsewhere; should one ever, it gets nothing. */
async function keepInside(context: BrowserContext, base: string): Promise<void> {
  const { origin } = new URL(base);
  await context.route('**/*', (route) => {
    const url = route.request().url();
    return url.startsWith('data:') || url.startsWith('blob:') || new URL(url).origin === origin
      ? route.continue()
      : route.abort();
  });
}

/** Done when the page its address names has said its answer and loads nothing more, twice with a quiet network between. */
async function painted(page: Page, path: string): Promise<void> {
  const done = `main[data-ready="true"][data-page=${JSON.stringify(path)}] [data-testid="answer"]`;
  for (const pass of ['first', 'again']) {
    await page.waitForSelector(done, { state: 'attached' });
    if (pass === 'first') await page.waitForLoadState('networkidle');
  }
  await page.evaluate('document.fonts.ready.then(() => new Promise(requestAnimationFrame))');
}

async function said(page: Page): Promise<Omit<Printed, 'pdf'>> {
  const answer = await page.locator('[data-testid="answer"]').first().innerText();
  const version = await page.locator('main').first().getAttribute('data-version');
  return { title: await page.title(), answer: answer.trim(), dataVersion: version };
}
