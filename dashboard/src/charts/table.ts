/** The table twin of a chart: text as the reader sees it, and the raw figures for an export. */
export interface ChartTable {
  columns: { label: string; numeric: boolean }[];
  rows: { cells: string[]; raw: (string | number | null)[] }[];
}

export const text = (label: string): ChartTable['columns'][number] => ({ label, numeric: false });
export const figure = (label: string): ChartTable['columns'][number] => ({ label, numeric: true });

/** A text that a spreadsheet would run as a formula is written as a text; numbers keep their sign. */
const harmless = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);

const quoted = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** RFC 4180 with every digit: figures raw, absent ones empty, never 0. */
export function toCsv(table: ChartTable): string {
  const line = (values: readonly (string | number | null)[]): string =>
    values
      .map((value) => (value === null ? '' : typeof value === 'number' ? String(value) : quoted(harmless(value))))
      .join(',');
  return (
    [line(table.columns.map(({ label }) => label)), ...table.rows.map(({ raw }) => line(raw))].join('\r\n') + '\r\n'
  );
}
