import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';
import { ExportRefused } from '../refused.ts';
import type { Column, ColumnKind, Row } from '../columns.ts';
import { harmless } from './csv.ts';
import { asJson, type Format } from './format.ts';
import { contentTypes, relations, styles, workbook, workbookRelations, xmlText } from './xlsx-parts.ts';

/** What a sheet holds at most, its heading among them; what follows goes on the next. */
const SHEET_ROWS = 1_048_576;
const CELL_LENGTH = 32_767;
const DAY = 86_400_000;
/** Day 0 of a spreadsheet; before March 1900 its calendar is wrong, and such a day is written as text. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const CALENDAR_IS_RIGHT = 61;

const column = (n: number): string =>
  n < 26 ? String.fromCharCode(65 + n) : column(Math.floor(n / 26) - 1) + column(n % 26);

function tooLong(name: string, row: number): ExportRefused {
  return new ExportRefused('CELL_TOO_LONG', {
    en: `${name} of row ${row} is longer than the 32,767 characters a cell of XLSX holds. Export as CSV, NDJSON or Parquet.`,
    zh: `第 ${row} 行的 ${name} 超过 XLSX 单元格的 32,767 字上限，请改用 CSV、NDJSON 或 Parquet。`,
  });
}

/** Text is text whatever it looks like; what would run once somebody edits the cell is marked as text by its style too. */
function textCell(at: string, text: string): string {
  const style = harmless(text) === text ? '' : ' s="1"';
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

function moment(at: string, value: string, style: number): string {
  const serial = (Date.parse(value) - DAY_ZERO) / DAY;
  return serial >= CALENDAR_IS_RIGHT ? `<c r="${at}" s="${style}"><v>${serial}</v></c>` : textCell(at, value);
}

const number = (at: string, value: unknown): string => `<c r="${at}"><v>${String(value)}</v></c>`;
/** A spreadsheet keeps 15 digits: an amount with more stays text. */
const exact = (value: string): boolean => value.replace(/[-.]/g, '').length <= 15;

const writers: Record<ColumnKind, (at: string, value: unknown) => string> = {
  text: (at, value) => textCell(at, String(value)),
  json: (at, value) => textCell(at, String(value)),
  decimal: (at, value) => (exact(String(value)) ? number(at, value) : textCell(at, String(value))),
  int: number,
  float: number,
  boolean: (at, value) => `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`,
  date: (at, value) => moment(at, String(value), 2),
  instant: (at, value) => moment(at, String(value), 3),
};

/** One sheet, or several where there are more rows than one holds, each with the heading. Texts stand in their cells: nothing is kept. */
class Workbook {
  readonly #columns: readonly Column[];
  readonly #zip = new ZipFile();
  #sheet: PassThrough | undefined;
  #sheets = 0;
  #line = 0;
  #rows = 0;

  constructor(columns: readonly Column[]) {
    this.#columns = columns;
  }

  get bytes(): AsyncIterable<Buffer> {
    return this.#zip.outputStream as unknown as AsyncIterable<Buffer>;
  }

  async write(rows: Iterable<Row>): Promise<void> {
    let text = '';
    for (const row of rows) {
      if (!this.#sheet || this.#line === SHEET_ROWS) {
        await this.#send(text);
        text = await this.#nextSheet();
      }
      text += this.#rowOf(row);
    }
    await this.#send(text);
  }

  async end(): Promise<void> {
    if (!this.#sheet) await this.#send(await this.#nextSheet());
    await this.#endSheet();
    const parts = {
      '[Content_Types].xml': contentTypes(this.#sheets),
      '_rels/.rels': relations,
      'xl/workbook.xml': workbook(this.#sheets),
      'xl/_rels/workbook.xml.rels': workbookRelations(this.#sheets),
      'xl/styles.xml': styles,
    };
    for (const [path, xml] of Object.entries(parts)) this.#zip.addBuffer(Buffer.from(xml), path);
    this.#zip.end();
  }

  #rowOf(row: Row): string {
    this.#line += 1;
    this.#rows += 1;
    let text = `<row r="${this.#line}">`;
    for (const [n, { name, kind, read }] of this.#columns.entries()) {
      const given = read(row);
      if (given === null || given === undefined) continue;
      const value = kind === 'json' ? asJson(given) : given;
      if (typeof value === 'string' && value.length > CELL_LENGTH) throw tooLong(name, this.#rows);
      text += writers[kind](column(n) + String(this.#line), value);
    }
    return `${text}</row>`;
  }

  async #nextSheet(): Promise<string> {
    await this.#endSheet();
    this.#sheets += 1;
    this.#line = 1;
    this.#sheet = new PassThrough({ highWaterMark: 1 << 20 });
    this.#zip.addReadStream(this.#sheet, `xl/worksheets/sheet${this.#sheets}.xml`);
    const heading = this.#columns.map(({ name }, n) => textCell(`${column(n)}1`, name)).join('');
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData><row r="1">${heading}</row>`;
  }

  async #endSheet(): Promise<void> {
    if (!this.#sheet) return;
    await this.#send('</sheetData></worksheet>');
    this.#sheet.end();
  }

  async #send(text: string): Promise<void> {
    if (text !== '' && this.#sheet && !this.#sheet.write(text)) await once(this.#sheet, 'drain');
  }
}

/** A workbook whose numbers are numbers and days are days; what follows the first 1,048,575 rows is on further sheets. */
export const xlsx: Format = (columns, sink) => {
  const book = new Workbook(columns);
  const written = (async () => {
    for await (const bytes of book.bytes) await sink(bytes);
  })();
  // Whoever writes rows waits for the drain of a stream nobody reads any more: a failed sink must be heard there.
  const failed = written.then(() => new Promise<never>(() => {}));
  failed.catch(() => {});
  return {
    rows: (rows) => Promise.race([book.write(rows), failed]),
    async end() {
      await Promise.race([book.end(), failed]);
      await written;
    },
  };
};
