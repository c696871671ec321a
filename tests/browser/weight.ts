import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

/** What the build says of one of its files: the sources it holds are keys, named as in `dashboard/`. */
interface Part {
  file: string;
  imports?: string[];
  css?: string[];
  isEntry?: boolean;
}
type Parts = Record<string, Part>;

/** Bytes as they are sent: gzip. */
const MOST = { first: 250_000, charts: 125_000, css: 40_000 };
const OVERVIEW = 'src/pages/overview/index.tsx';
/** The words of the frame and of the page, in the heavier of the two languages a reader may have. */
const WORDS = ['src/i18n/words-zh.ts', 'src/i18n/texts/overview.ts?zh'];
const TREND = 'src/charts/trend/trend.tsx';
/** The editor brings its own styles, when it opens and not before. */
const PAGE = /^src\/pages\/[a-z-]+\/index\.tsx$/;

/** A part with all it needs before it can run. */
function closure(parts: Parts, keys: readonly string[], into = new Set<string>()): Set<string> {
  for (const key of keys) {
    if (into.has(key)) continue;
    into.add(key);
    closure(parts, parts[key]?.imports ?? [], into);
  }
  return into;
}

async function packed(directory: string, files: Iterable<string>): Promise<number> {
  const sizes = await Promise.all(
    [...files].map(async (file) => gzipSync(await readFile(join(directory, file))).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** What a reader downloads, over the files that are served. */
export function staysLight(dashboardDir: string): void {
  describe('what a reader downloads', () => {
    const files = (parts: Parts, keys: Set<string>) => new Set([...keys].flatMap((key) => parts[key]?.file ?? []));
    const styles = (parts: Parts, keys: Set<string>) => new Set([...keys].flatMap((key) => parts[key]?.css ?? []));
    const read = async () => {
      const parts = JSON.parse(await readFile(join(dashboardDir, '.parts.json'), 'utf8')) as Parts;
      const entry = Object.keys(parts).find((key) => parts[key]?.isEntry);
      const missing = [OVERVIEW, ...WORDS, TREND].filter((key) => !parts[key]);
      if (entry === undefined || missing.length > 0) throw new Error(`The build names no ${missing.join(', ')}`);
      return { parts, entry };
    };

    it('for the first page is within 250 kB, and no chart library is in it', async () => {
      const { parts, entry } = await read();
      const first = closure(parts, [entry, OVERVIEW, ...WORDS]);
      expect(first.has(TREND)).toBe(false);
      expect(await packed(dashboardDir, files(parts, first))).toBeLessThanOrEqual(MOST.first);
      const charts = files(parts, closure(parts, [TREND]));
      const more = [...charts].filter((file) => !files(parts, first).has(file));
      expect(await packed(dashboardDir, more)).toBeLessThanOrEqual(MOST.charts);
      expect(await packed(dashboardDir, more)).toBeGreaterThan(30_000);
    });

    it('of styles is only what a page needs', async () => {
      const { parts, entry } = await read();
      const pages = Object.keys(parts).filter((key) => PAGE.test(key));
      expect(pages.length).toBeGreaterThan(15);
      for (const page of pages)
        expect
          .soft(await packed(dashboardDir, styles(parts, closure(parts, [entry, page]))), page)
          .toBeLessThanOrEqual(MOST.css);
    });
  });
}
