import { fieldsOf } from '../../kit/splitter/fields.ts';
import { RecordScanner } from '../../kit/splitter/scanner.ts';

const MAX_RECORD = 1024 * 1024;
const FOR_DELIMITER = 200;
export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** The records of a text, up to so many. */
export function recordsOf(text: Buffer, delimiter: Delimiter, most: number): string[][] {
  const records: string[][] = [];
  const room = Buffer.concat([text, Buffer.alloc(1)]);
  new RecordScanner(delimiter, MAX_RECORD).scan(room, text.length, true, {
    record: (buffer, start, end) => {
      if (records.length < most) records.push(fieldsOf(Buffer.from(buffer.subarray(start, end)), delimiter));
    },
    refused: () => undefined,
    blankLine: () => undefined,
  });
  return records;
}

/** The delimiter that cuts most records into the same number of fields, and into most. */
export function guessDelimiter(text: Buffer): Delimiter {
  const scored = delimiters.map((delimiter) => {
    const counts = recordsOf(text, delimiter, FOR_DELIMITER).map((fields) => fields.length);
    const width = counts[0] ?? 0;
    const same = counts.filter((count) => count === width).length / Math.max(counts.length, 1);
    return { delimiter, score: width > 1 ? same * same * width : 0 };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

/** What is wrong with a first line as a header, or null. */
export function headerMistake([header = [], ...rows]: readonly string[][]): string | null {
  const titles = header.map((title) => title.trim());
  if (titles.some((title) => title === '')) return 'a column has no title';
  if (titles.some((title) => /^[-+]?[\d.,:/ ]+$/.test(title)) && rows.length > 0)
    return `"${titles.find((title) => /^[-+]?[\d.,:/ ]+$/.test(title))}" is a value, not a title`;
  return null;
}
