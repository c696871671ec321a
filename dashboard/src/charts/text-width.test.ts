import { describe, expect, it, test } from 'vitest';
import { fitText, textWidth, wrapText } from './text-width.ts';

test('a label is cut to its room, in Chinese as in English, and stays whole where it fits', () => {
  expect(fitText('Guangdong', 100, 12)).toBe('Guangdong');
  const cut = fitText('清透氨基酸洁面乳 三支装', 115, 12);
  expect(cut).toMatch(/^清透氨基酸.*…$/);
  expect(textWidth(cut, 12)).toBeLessThanOrEqual(115);
});

describe('lines', () => {
  it('break between words, Chinese anywhere, and the last is cut', () => {
    expect(wrapText('Back within 90 days', 75, 11.5, 2)).toEqual(['Back within', '90 days']);
    expect(wrapText('90 天内复购', 48, 11.5, 2)).toEqual(['90 天内', '复购']);
    expect(wrapText('Canceled or guest or neither of them', 60, 11.5, 2)).toEqual(['Canceled', 'or guest…']);
    expect(wrapText('', 60, 11.5, 2)).toEqual(['']);
  });
});
