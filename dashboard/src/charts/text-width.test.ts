import { expect, test } from 'vitest';
import { fitText, textWidth } from './text-width.ts';

test('a label is cut to its room, in Chinese as in English, and stays whole where it fits', () => {
  expect(fitText('Guangdong', 100, 12)).toBe('Guangdong');
  const cut = fitText('清透氨基酸洁面乳 三支装', 115, 12);
  expect(cut).toMatch(/^清透氨基酸.*…$/);
  expect(textWidth(cut, 12)).toBeLessThanOrEqual(115);
});
