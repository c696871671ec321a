import { expect, it } from 'vitest';
import { dateOfSerial } from './serial.ts';
import { isDate } from './styles.ts';

it.each([
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [61, '1900-03-01'],
  [43_881.999_930_555_56, '2020-02-20 23:59:54'],
  [45_000.5, '2023-03-15 12:00:00'],
  [0.75, '18:00:00'],
])('day number %d is %s', (serial, text) => expect(dateOfSerial(serial, false)).toBe(text));

it('workbooks of old Macs count from 1904', () => expect(dateOfSerial(1, true)).toBe('1904-01-02'));

it.each([
  ['yyyy-mm-dd', true],
  ['[$-804]yyyy"年"m"月"', true],
  ['[h]:mm', true],
  ['mm:ss.0', true],
  ['General', false],
  ['0.00', false],
  ['#,##0 "days"', false],
  ['[Red]0.0\\d', false],
  ['0_d', false],
])('%s shows a date: %s', (format, is) => expect(isDate(format)).toBe(is));
