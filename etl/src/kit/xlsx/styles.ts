import { readXml } from './xml.ts';

/** Formats of dates and times that every workbook knows by number, those of East Asian Excel among them. */
const knownDates = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47, ...range(27, 36), ...range(50, 58)]);

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** Which cell styles show a number as a date or time. */
export async function dateStyles(xml: AsyncIterable<Buffer>): Promise<ReadonlySet<number>> {
  const formats = new Set(knownDates);
  const dates = new Set<number>();
  let inCells = false;
  let style = 0;
  await readXml(xml, {
    open: (tag, { numFmtId = '', formatCode = '' }) => {
      if (tag === 'numFmt' && isDate(formatCode)) formats.add(Number(numFmtId));
      if (tag === 'cellXfs') inCells = true;
      if (tag === 'xf' && inCells && formats.has(Number(numFmtId))) dates.add(style);
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false;
      if (tag === 'xf' && inCells) style++;
    },
  });
  return dates;
}

/** A format of dates has a year, month, day, hour or second outside quotes, brackets and escapes. */
export function isDate(format: string): boolean {
  const [positive = ''] = format.replace(/"[^"]*"|\\.|_.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').split(';');
  return /[ymdhs]/i.test(positive.replace(/general/i, ''));
}
