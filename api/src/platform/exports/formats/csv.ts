import type { Column, ColumnKind, Row } from '../columns.ts';
import { asJson, type Format } from './format.ts';

/**
 * How a spreadsheet recognises a formula: by its first sign, in the width of Chinese keyboards too. Apostrophes before it are counted
 * in, so that one more can be taken away again.
 */
const RUNS = /^'*[=+\-@\t\r\n＝＋－＠]/;
/** What begins like a formula and is a number. */
const NUMBER = /^-?\d+(\.\d+)?$/;
const TO_QUOTE = /[",\r\n]/;

/** Text that a spreadsheet would run gets an apostrophe in front, which `withoutApostrophe` takes away: no other text begins so. */
export const harmless = (text: string): string => (RUNS.test(text) && !NUMBER.test(text) ? `'${text}` : text);

const cell = (text: string): string => (TO_QUOTE.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const plain = (value: unknown): string => String(value);

/** Numbers, days and instants can hold nothing to run and nothing to quote. */
const writers: Record<ColumnKind, (value: unknown) => string> = {
  text: (value) => cell(harmless(String(value))),
  json: (value) => cell(harmless(asJson(value))),
  int: plain,
  float: plain,
  boolean: plain,
  date: plain,
  instant: plain,
  decimal: plain,
};

function line(columns: readonly Column[]): (row: Row) => string {
  const cells = columns.map(({ kind, read }) => ({ read, write: writers[kind] }));
  return (row) => {
    let text = '';
    let separator = '';
    for (const { read, write } of cells) {
      const value = read(row);
      text += value === null || value === undefined ? separator : separator + write(value);
      separator = ',';
    }
    return text;
  };
}

/** RFC 4180: UTF-8, commas, CRLF, a line of names first. No value is an empty cell. */
export const csv: Format = (columns, sink) => {
  const write = line(columns);
  let text = `${columns.map(({ name }) => cell(name)).join(',')}\r\n`;
  return {
    async rows(rows) {
      for (const row of rows) text += `${write(row)}\r\n`;
      const bytes = Buffer.from(text);
      text = '';
      if (bytes.length > 0) await sink(bytes);
    },
    end: async () => (text === '' ? undefined : sink(Buffer.from(text))),
  };
};
