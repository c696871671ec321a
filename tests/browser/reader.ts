import { setTimeout as pause } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';

/** A figure as it is painted, and what it says it is. */
export interface PaintedFigure {
  metric: string;
  value: number | null;
  from: string;
  to: string;
  /** `REGION=CN-ZJ`, or empty for the whole. */
  key: string;
  /** Null for a mark in a chart: it has a value but no letters. */
  text: string | null;
}

/** How long a page must have nothing more to do before it is believed, and how long that is waited for. */
const STILL_MS = 100;
const PATIENCE_MS = 120_000;

/** What the page of the address still has to do; nothing where it is done. */
const TO_DO = `(() => {
  const main = document.querySelector('main');
  if (main === null) return 'there is no page';
  if (main.dataset.page !== location.pathname) return 'it shows ' + main.dataset.page;
  if (main.dataset.ready !== 'true') return 'it asks';
  if (main.querySelector('[data-testid="answer"]') === null) return 'it has not said its answer';
  if (main.querySelector('[aria-busy="true"]:not([data-state])') !== null) return 'a part is not drawn';
  if (window.rapportAsks > 0) return 'answers are out';
  return document.fonts.status === 'loaded' ? '' : 'letters are out';
})()`;

/**
 * A page is done when what its address names has said its answer, nothing is asked or drawn any more, its letters have arrived, and all of
 * that holds for a while. Where a click leads to another address, that address is waited for before: until then this is true of the old one.
 */
export async function painted(page: Page): Promise<void> {
  // A document that was loaded anew also fetches what no part of it waits for. Not every request's end is told: the rest decides.
  await page.waitForLoadState('networkidle', { timeout: 20_000 }).catch(() => undefined);
  const deadline = performance.now() + PATIENCE_MS;
  let since = Infinity;
  for (;;) {
    const toDo = await page.evaluate<string>(TO_DO).catch((error: unknown) => String(error)); // it may be on its way to another
    const now = performance.now();
    since = toDo === '' ? Math.min(since, now) : Infinity;
    if (now - since >= STILL_MS) return;
    if (now > deadline) throw new Error(`The page at ${page.url()} is not done: ${toDo}.`);
    await pause(25);
  }
}

/** Counts in the page what it asks a server for, as `painted` reads it. */
export const COUNT_ASKS = `{
  window.rapportAsks = 0;
  const asked = window.fetch;
  window.fetch = (...args) => {
    window.rapportAsks += 1;
    return asked(...args).finally(() => (window.rapportAsks -= 1));
  };
}`;

/** What of an element is read here; the tests know no DOM. */
export interface Marked {
  getAttribute(name: string): string | null;
  textContent: string | null;
}

/** Those of a page, or of one card of it. */
export async function readFigures(part: Page | Locator): Promise<PaintedFigure[]> {
  return part.locator('[data-metric][data-value]').evaluateAll((elements) =>
    (elements as unknown as Marked[]).map((element) => {
      const read = (name: string) => element.getAttribute(name) ?? '';
      const value = read('data-value');
      return {
        metric: read('data-metric'),
        value: value === 'null' ? null : Number(value),
        from: read('data-bucket'),
        to: read('data-bucket-end'),
        key: read('data-key'),
        text: read('data-testid') === 'point' ? null : element.textContent,
      };
    }),
  );
}
