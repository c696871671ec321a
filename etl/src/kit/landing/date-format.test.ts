import { expect, it } from 'vitest';
import { dateFormatMistake, dateReader } from './date-format.ts';

it.each([
  ['d/m/Y H:M', '29/2/2016 01:16', '2016-02-29 01:16:00'],
  ['d/m/Y H:M', ' 9/12/2016 1:16 ', '2016-12-09 01:16:00'],
  ['m/d/y', '3/4/69', '2069-03-04'],
  ['m/d/y', '3/4/70', '1970-03-04'],
  ['d-b-y', '22-Apr-15', '2015-04-22'],
  ['d b Y', '4 September 2015', '2015-09-04'],
  ['Y.m.d H:M:S', '2020.2.3 4:05:06.789', '2020-02-03 04:05:06.789'],
  ['d/m/Y I:M p', '01/02/2020 12:30 AM', '2020-02-01 00:30:00'],
  ['d/m/Y I:M p', '01/02/2020 1:30 p.m.', '2020-02-01 13:30:00'],
  ['Y年m月d日', '2020年2月3日', '2020-02-03'],
  ['d/m/Y', '31/2/2016', '2016-02-31'],
  ['d b Y', '4 Foo 2015', '2015-00-04'],
])('%s reads %j as %s', (format, text, iso) => expect(dateReader(format)(text)).toBe(iso));

it.each([
  ['d/m/Y', '2016-02-01'],
  ['d/m/Y', '1/2/16'],
  ['d/m/Y H:M', '1/2/2016'],
  ['d/m/Y I:M p', '1/2/2016 13:30 PM'],
])('%s does not read %j as some other date', (format, text) => {
  expect(dateReader(format)(text)).toBe(`not ${format}: ${text}`);
});

it.each([
  ['d/m/Y H:M', null],
  ['Y-m-d I:M:S p', null],
  ['d/m', 'day, month and year are needed: such as "d/m/Y H:M"'],
  ['d/d/Y', 'a letter stands twice'],
  ['d/m/Y I:M', 'I (hours to 12) and p (AM, PM) go together'],
])('%j as a format: %s', (format, mistake) => expect(dateFormatMistake(format)).toBe(mistake));
