import type { PackedFile, Taken } from '../bytes/packing.ts';
import { toCsvField } from '../splitter/fields.ts';
import { dateOfSerial } from './serial.ts';
import { plain } from './shared-strings.ts';
import { Workbook, type SheetContent } from './workbook.ts';
import { XmlReader } from './xml.ts';

/** What a spreadsheet itself works with; 0.1 + 0.2 is 0.3 there. */
const SHOWN_DIGITS = 15;

/**
 * A sheet as CSV, line by line: from here on it is read like any other table. Numbers come without their format,
 * dates as 2025-01-31 13:45:00; a line without cells stays a line, so that lines are counted as the sheet counts them.
 */
export async function* sheetCsv(
  file: PackedFile,
  sheet: string | undefined,
  taken: Taken,
): AsyncGenerator<Buffer, void, void> {
  const workbook = await Workbook.open(file.path, file.name);
  try {
    const content = await workbook.sheet(sheet);
    const rows = new RowWriter(content);
    const reader = new XmlReader(rows);
    let done = 0;
    for await (const chunk of content.xml) {
      reader.write(chunk);
      done += chunk.length;
      taken.bytes = Math.round((file.bytes * done) / Math.max(content.size, 1));
      const bytes = rows.take();
      if (bytes.length > 0) yield bytes;
    }
    reader.close();
    const rest = rows.take();
    if (rest.length > 0) yield rest;
  } finally {
    workbook.close();
  }
}

/** Gathers cells into lines. Short rows are filled up to the width of the first, which is the header. */
class RowWriter {
  readonly #content: SheetContent;
  #lines: string[] = [];
  #line = 0;
  #width = 0;
  #cells: string[] = [];
  #column = 0;
  #type = '';
  #style = 0;
  #value = '';
  #inValue = false;
  #spoken = 0;

  constructor(content: SheetContent) {
    this.#content = content;
  }

  take(): Buffer {
    const bytes = Buffer.from(this.#lines.join(''));
    this.#lines = [];
    return bytes;
  }

  open = (tag: string, attributes: Record<string, string>): void => {
    if (tag === 'row') {
      this.#cells = [];
      this.#column = 0;
      const number = Number(attributes['r'] ?? this.#line + 1);
      while (this.#width > 0 && this.#line + 1 < number) this.#end('');
    } else if (tag === 'c') {
      this.#column = attributes['r'] ? columnOf(attributes['r']) : this.#column;
      this.#type = attributes['t'] ?? 'n';
      this.#style = Number(attributes['s'] ?? -1);
      this.#value = '';
    } else if (tag === 'v' || tag === 't') this.#inValue = true;
    else if (tag === 'rPh') this.#spoken++;
  };

  text = (part: string): void => {
    if (this.#inValue && this.#spoken === 0) this.#value += part;
  };

  close = (tag: string): void => {
    if (tag === 'v' || tag === 't') this.#inValue = false;
    else if (tag === 'rPh') this.#spoken--;
    else if (tag === 'c') this.#cells[this.#column++] = this.#cell();
    else if (tag === 'row') this.#row();
  };

  #row(): void {
    let length = this.#cells.length;
    while (length > this.#width && (this.#cells[length - 1] ?? '') === '') length--;
    if (this.#width === 0 && length === 0) return; // in front of the header
    if (length === 0 || this.#cells.every((cell) => cell === '')) return this.#end('');
    if (this.#width === 0) this.#width = length;
    const fields = Array.from({ length: Math.max(length, this.#width) }, (_, at) => toCsvField(this.#cells[at] ?? ''));
    this.#end(fields.join(','));
  }

  #end(line: string): void {
    this.#line++;
    this.#lines.push(`${line}\n`);
  }

  #cell(): string {
    const value = this.#value;
    if (this.#type === 's') return value === '' ? '' : this.#content.strings.at(Number(value));
    if (this.#type === 'inlineStr' || this.#type === 'str') return plain(value);
    if (this.#type === 'b') return value === '1' ? 'true' : value === '0' ? 'false' : '';
    if (this.#type === 'd') return value.replace('T', ' ');
    if (this.#type !== 'n' || value === '') return value; // errors such as #N/A stay as they are
    const number = Number(value);
    if (this.#content.dates.has(this.#style)) return dateOfSerial(number, this.#content.from1904);
    return Number.isFinite(number) ? String(Number(number.toPrecision(SHOWN_DIGITS))) : value;
  }
}

/** B7 → 1 */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
}
