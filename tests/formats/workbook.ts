import { zip } from './encode.ts';

export type Cell = string | number | boolean | Date | null;

const escaped = (text: string) =>
  text
    .replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`)
    .replaceAll('\r', '_x000D_')
    .replaceAll('"', '&quot;');
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface WorkbookOptions {
  from1904?: boolean;
  /** Texts in the cells themselves, and cells without addresses, as some writers do. */
  plain?: boolean;
}

/** A workbook of tables, as spreadsheet programs write them: shared texts, styles for dates, empty cells left out. */
export function workbook(sheets: Record<string, readonly (readonly Cell[])[]>, options: WorkbookOptions = {}): Buffer {
  const texts = new Map<string, number>();
  const names = Object.keys(sheets);
  const bodies = Object.values(sheets).map((rows) => sheetXml(rows, texts, options));
  const shared = [...texts.keys()].map(
    (text) => `<si><t xml:space="preserve">${escaped(text)}</t><rPh sb="0" eb="1"><t>x</t></rPh></si>`,
  );
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relation}"><workbookPr date1904="${options.from1904 ? 1 : 0}"/><sheets>${names
      .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 7}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 7}" Type="${relation}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet ${main}><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="&quot;day &quot;0.00"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"><alignment/></xf></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${main}>${shared.join('')}</sst>`,
  };
  for (const [at, body] of bodies.entries()) parts[`xl/worksheets/sheet${at + 1}.xml`] = body;
  return zip(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, Buffer.from(declaration + xml)])));
}

function sheetXml(rows: readonly (readonly Cell[])[], texts: Map<string, number>, options: WorkbookOptions): string {
  const body = rows.map((row, line) => {
    const cells = row.map((value, column) => {
      if (value === null) return options.plain ? '<c/>' : '';
      const address = options.plain ? '' : ` r="${letters(column)}${line + 1}"`;
      return cellXml(value, address, texts, options);
    });
    return cells.join('') === '' ? '' : `<row${options.plain ? '' : ` r="${line + 1}"`}>${cells.join('')}</row>`;
  });
  return `<worksheet ${main}><dimension ref="A1"/><sheetData>${body.join('')}</sheetData></worksheet>`;
}

function cellXml(
  value: Exclude<Cell, null>,
  address: string,
  texts: Map<string, number>,
  options: WorkbookOptions,
): string {
  if (typeof value === 'boolean') return `<c${address} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'number') return `<c${address} s="2"><v>${value.toPrecision(17)}</v></c>`;
  if (value instanceof Date) {
    const epoch = options.from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
    return `<c${address} s="1"><v>${(value.getTime() - epoch) / 86_400_000}</v></c>`;
  }
  if (options.plain) return `<c${address} t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
  const at = texts.get(value) ?? texts.size;
  texts.set(value, at);
  return `<c${address} t="s"><v>${at}</v></c>`;
}

function letters(column: number): string {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}
