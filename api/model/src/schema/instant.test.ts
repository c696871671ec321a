import pg from 'pg';
import { expect, test } from 'vitest';
import { instantOr } from './instant.ts';

const { TIMESTAMPTZ } = pg.types.builtins;
const driver = pg.types.getTypeParser(TIMESTAMPTZ) as (text: string) => unknown;
const refused = (text: string): never => {
  throw new Error(`${text} was left to the driver.`);
};

test.each([
  ['2018-03-04 05:06:07+00', '2018-03-04T05:06:07.000Z'],
  ['2018-03-04 05:06:07.5+00', '2018-03-04T05:06:07.500Z'],
  ['2018-03-04 05:06:07.089+00', '2018-03-04T05:06:07.089Z'],
  ['2018-03-04 05:06:07.123999+00', '2018-03-04T05:06:07.123Z'],
  ['1969-12-31 23:59:59.9+00', '1969-12-31T23:59:59.900Z'],
  ['2024-02-29 00:00:00+00', '2024-02-29T00:00:00.000Z'],
  ['9999-12-31 23:59:59.999999+00', '9999-12-31T23:59:59.999Z'],
])('%s is %s', (text, iso) => {
  expect(instantOr(refused)(text)).toEqual(new Date(iso));
  expect(driver(text)).toEqual(new Date(iso));
});

test.each([
  'infinity',
  '-infinity',
  '0044-03-15 12:00:00+00 BC',
  '0099-01-01 00:00:00+00',
  '12018-03-04 05:06:07+00',
  '2018-03-04 05:06:07+02',
  '2018-03-04 05:06:07+05:30',
  '2018-03-04 05:06:07-03',
])('%s is left to the driver', (text) => {
  expect(instantOr((left) => `left ${left}`)(text)).toBe(`left ${text}`);
});
