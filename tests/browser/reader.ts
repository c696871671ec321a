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

/** A page is done when what its address names has said its answer and loads nothing more, twice with a quiet network between, and its letters have arrived. */
export async function painted(page: Page): Promise<void> {
  // All of it in one selector: between two pages each part holds alone.
  const done = `main[data-ready="true"][data-page="${new URL(page.url()).pathname}"] [data-testid="answer"]`;
  await page.waitForSelector(done);
  await page.waitForLoadState('networkidle');
  await page.waitForSelector(done);
  await page.evaluate('document.fonts.ready.then(() => true)');
}

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
