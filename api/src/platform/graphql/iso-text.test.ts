import { expect, test } from 'vitest';
import { isoText } from './iso-text.ts';

test.each([
  '2018-03-04T05:06:07.000Z',
  '2018-03-04T00:00:00.000Z',
  '2018-03-04T23:59:59.000Z',
  '2018-03-05T00:00:00.000Z',
  '2018-03-04T23:59:59.999Z',
  '1969-12-31T23:59:59.000Z',
  '1969-12-31T23:59:59.001Z',
  '1970-01-01T00:00:00.000Z',
  '0001-01-01T00:00:00.000Z',
  '-000044-03-15T12:00:00.000Z',
  '+012018-03-04T05:06:07.000Z',
])('%s', (text) => {
  expect(isoText(new Date(text))).toBe(text);
});

test('every second of a day, there and back', () => {
  const day = Date.parse('2024-02-29T00:00:00Z');
  const seconds = Array.from({ length: 86_400 }, (_, second) => new Date(day + second * 1000));
  expect(seconds.filter((date) => isoText(date) !== date.toISOString())).toEqual([]);
});

test('no moment at all is refused as toISOString does', () => {
  expect(() => isoText(new Date(Number.NaN))).toThrow(RangeError);
});
