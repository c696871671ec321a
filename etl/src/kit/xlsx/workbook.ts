import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { IngestError } from '../errors/ingest-error.ts';
import { readXml } from './xml.ts';
import { SharedStrings } from './shared-strings.ts';
import { dateStyles } from './styles.ts';

export interface SheetContent {
  /** The XML of the sheet's rows, unpacked. */
  xml: AsyncIterable<Buffer>;
  /** Its bytes. */
  size: number;
  strings: SharedStrings;
  /** Numbers of the cell styles that show a number as a date or time. */
  dates: ReadonlySet<number>;
  /** Days are counted from 1904, as old Macs did, rather than from 1900. */
  from1904: boolean;
}

interface Sheet {
  name: string;
  path: string;
}

/** An opened workbook. What its sheets share is read first; a sheet itself is only streamed. */
export class Workbook {
  readonly #archive: ZipFile;
  readonly #file: string;
  readonly #parts: ReadonlyMap<string, Entry>;

  private constructor(archive: ZipFile, file: string, parts: ReadonlyMap<string, Entry>) {
    this.#archive = archive;
    this.#file = file;
    this.#parts = parts;
  }

  static async open(path: string, file: string): Promise<Workbook> {
    const archive = await openPromise(path, { lazyEntries: true, autoClose: false });
    const parts = new Map<string, Entry>();
    try {
      for await (const entry of archive.eachEntry()) parts.set(entry.fileName, entry);
      if (!parts.has('xl/workbook.xml')) throw new IngestError('xlsx_unreadable', { file });
    } catch (error) {
      archive.close();
      throw error;
    }
    return new Workbook(archive, file, parts);
  }

  /** The sheet of that name, or the first. */
  async sheet(name: string | undefined): Promise<SheetContent> {
    const { sheets, from1904 } = await this.#contents();
    const sheet = name === undefined ? sheets[0] : sheets.find((one) => one.name === name);
    const xml = sheet && (await this.#part(sheet.path));
    if (!xml) {
      const names = sheets.map((one) => one.name);
      throw new IngestError('xlsx_sheet_missing', { file: this.#file, sheet: name ?? '', sheets: names });
    }
    const strings = new SharedStrings();
    const shared = await this.#part('xl/sharedStrings.xml');
    if (shared) await strings.read(shared);
    const styles = await this.#part('xl/styles.xml');
    const size = this.#parts.get(sheet.path)?.uncompressedSize ?? 0;
    return { xml, size, strings, dates: styles ? await dateStyles(styles) : new Set(), from1904 };
  }

  close(): void {
    this.#archive.close();
  }

  async #contents(): Promise<{ sheets: Sheet[]; from1904: boolean }> {
    const targets = new Map<string, string>();
    const relations = await this.#part('xl/_rels/workbook.xml.rels');
    if (relations) {
      await readXml(relations, {
        open: (tag, { Id = '', Target = '' }) => void (tag === 'Relationship' && targets.set(Id, Target)),
      });
    }
    const sheets: Sheet[] = [];
    let from1904 = false;
    const book = await this.#part('xl/workbook.xml');
    await readXml(book ?? [], {
      open: (tag, attributes) => {
        if (tag === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
        if (tag !== 'sheet') return;
        const target = targets.get(attributes['r:id'] ?? '') ?? '';
        const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
        if (path.includes('worksheets/')) sheets.push({ name: attributes['name'] ?? '', path });
      },
    });
    return { sheets, from1904 };
  }

  #part(path: string): Promise<AsyncIterable<Buffer> | null> {
    const entry = this.#parts.get(path);
    return entry ? this.#archive.openReadStreamPromise(entry) : Promise.resolve(null);
  }
}
