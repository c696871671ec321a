import { expect, it } from 'vitest';
import { csvLine } from './csv.ts';
import { formatTable } from './output.ts';

it('aligns numbers right, text left, and counts Chinese signs as two columns', () => {
  const table = formatTable(
    ['name', 'rows'],
    [
      ['广东', 7],
      ['Ada', 12_345],
    ],
  );
  expect(table.split('\n')).toEqual(['name    rows', '────  ──────', '广东       7', 'Ada   12,345']);
});

it('shows an absent value as a dash, never as 0', () => {
  expect(
    formatTable(['n'], [[null], [0]])
      .split('\n')
      .slice(2),
  ).toEqual(['–', '0']);
});

it('writes CSV that a spreadsheet reads as text: formulas are disarmed, quotes and breaks kept', () => {
  expect(csvLine(['=cmd()', '+1', '-2', '@x', 'a"b', 'line\nbreak', -5, null])).toBe(
    `'=cmd(),'+1,'-2,'@x,"a""b","line\nbreak",-5,\r\n`,
  );
});
