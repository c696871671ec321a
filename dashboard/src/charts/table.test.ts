import { describe, expect, it } from 'vitest';
import { toCsv } from './table.ts';

describe('an export', () => {
  it('writes every digit, leaves absent figures empty, and disarms formulas', () => {
    const csv = toCsv({
      columns: [
        { label: 'Region, state', numeric: false },
        { label: 'value', numeric: true },
      ],
      rows: [
        { cells: [], raw: ['=cmd()', 0.123456789] },
        { cells: [], raw: ['say "hi"', null] },
        { cells: [], raw: ['-5', -5] },
      ],
    });
    expect(csv).toBe('"Region, state",value\r\n\'=cmd(),0.123456789\r\n"say ""hi""",\r\n\'-5,-5\r\n');
  });
});
