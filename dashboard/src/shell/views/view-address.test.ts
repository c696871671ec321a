import { describe, expect, it } from 'vitest';

import { addressOf, isBare, keptOf } from './view-address.ts';

describe('a saved view', () => {
  it('keeps everything of the address but how the page looks', () => {
    expect(keptOf('?grain=WEEK&cut=CARRIER%3AHF&lang=zh&theme=dark')).toBe('grain=WEEK&cut=CARRIER%3AHF');
    expect(keptOf('')).toBe('');
  });

  it('opens in the language and theme of who opens it', () => {
    const view = { path: '/delivery', search: 'region=SP&region=RJ' };
    expect(addressOf(view, '?lang=zh&from=2026-01-01')).toBe('/delivery?region=SP&region=RJ&lang=zh');
    expect(addressOf({ path: '/', search: '' }, '')).toBe('/');
  });

  it('takes the place of the overview only where nothing was chosen', () => {
    expect(isBare('/', '?lang=en&theme=dark')).toBe(true);
    expect(isBare('/', '?shop=demo')).toBe(false);
    expect(isBare('/delivery', '')).toBe(false);
  });
});
