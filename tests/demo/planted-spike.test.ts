import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { generateShop } from '@rapport/etl/demo';
import { findSpike } from './planted/spike.ts';

/** Two of the shops that `npm run bench -- alarms` tries a hundred of. */
const directory = mkdtempSync(join(tmpdir(), 'rapport-spike-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

it.each([1, 2])(
  '(c) the damage of one carrier in one region is told within 48 hours, shop %i',
  async (seed) => {
    const out = join(directory, String(seed));
    await generateShop({ orders: 17_000, months: 4, seed, out });
    const found = await findSpike(out);
    expect(found.toldWithin48Hours).toBe(true);
    expect(found.daysToTell).toBeLessThanOrEqual(2);
    expect(found.firstCause).toBe('shanhai × CN-GD');
    expect(found.wordsInTopTen).not.toEqual([]);
    expect((100 * found.falseAlarms) / (found.series * found.months)).toBeLessThanOrEqual(1);
  },
  120_000,
);
