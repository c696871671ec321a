import { describe, expect, it } from 'vitest';
import { daysText } from './texts.ts';

describe('days in a sentence', () => {
  it.each([
    ['2026-10-03', '2026-10-03', 'on 3 Oct 2026', '2026年10月3日'],
    ['2026-10-30', '2026-10-31', 'from 30 to 31 Oct 2026', '2026年10月30日至10月31日'],
    ['2026-09-28', '2026-10-02', 'from 28 Sep to 2 Oct 2026', '2026年9月28日至10月2日'],
    ['2025-12-30', '2026-01-02', 'from 30 Dec 2025 to 2 Jan 2026', '2025年12月30日至2026年1月2日'],
  ])('%s to %s', (from, to, en, zh) => {
    expect(daysText(from, to)).toEqual({ en, zh });
  });
});
