import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { COUNT_ASKS, painted } from './reader.ts';

type Session = BrowserContextOptions['storageState'];

export interface Look {
  lang: 'en' | 'zh';
  theme: 'light' | 'dark';
  width: number;
}

export const LOOKS: readonly Look[] = ([1440, 390] as const).flatMap((width) =>
  (['en', 'zh'] as const).flatMap((lang) => (['light', 'dark'] as const).map((theme) => ({ lang, theme, width }))),
);

export const nameOf = ({ lang, theme, width }: Look): string => `${lang}-${theme}-${width}`;

/** For a machine that does other things as well; no page is timed here. */
const PATIENCE_MS = 120_000;

/** A signed-in reader with one look; everything their browser complains of or asks from elsewhere is kept. */
export class Visit {
  readonly complaints: string[] = [];
  readonly outside: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly url: string,
    private readonly look: Look,
  ) {}

  static async begin(browser: Browser, url: string, signInLink: string, look: Look): Promise<Visit> {
    const visit = await Visit.resume(browser, url, undefined, look);
    await visit.page.goto(signInLink);
    return visit;
  }

  /** With the session of an earlier visit. */
  static async resume(browser: Browser, url: string, session: Session, look: Look): Promise<Visit> {
    const phone = look.width < 721;
    const context = await browser.newContext({
      viewport: { width: look.width, height: phone ? 844 : 900 },
      colorScheme: look.theme,
      locale: look.lang === 'zh' ? 'zh-CN' : 'en-GB',
      timezoneId: 'America/Los_Angeles', // a reader far from the shop: no day may move
      reducedMotion: 'reduce',
      hasTouch: phone,
      storageState: session,
    });
    // Shown around once is enough; a test of its own takes the tour.
    await context.addInitScript(`localStorage.setItem('rapport.tour', 'seen')`);
    await context.addInitScript(COUNT_ASKS);
    context.setDefaultTimeout(PATIENCE_MS);
    const visit = new Visit(context, await context.newPage(), url, look);
    visit.listen();
    return visit;
  }

  private listen(): void {
    const home = new URL(this.url).origin;
    this.page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    this.page.on('pageerror', (error) => this.complaints.push(String(error)));
    this.page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? '';
      if (reason !== 'net::ERR_ABORTED') this.complaints.push(`${request.url()} ${reason}`);
    });
    this.page.on('response', (response) => {
      if (response.status() >= 400) this.complaints.push(`${response.status()} ${response.url()}`);
    });
    this.context.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== home)
        this.outside.push(request.url());
    });
  }

  /** Opens a page in this reader's language and theme and waits until its figures are painted. */
  async open(path: string): Promise<Page> {
    const address = new URL(path, this.url);
    address.searchParams.set('lang', this.look.lang);
    address.searchParams.set('theme', this.look.theme);
    await this.page.goto(address.href);
    await painted(this.page);
    return this.page;
  }
}
