type Cell = string | number | boolean | Date | null | undefined;

/** For people: standard output, where it is not kept for a machine. */
export interface Output {
  say(text: string): void;
  table(columns: readonly string[], rows: readonly (readonly Cell[])[]): void;
  /** The machine's result: one line of JSON, always the last one. Without --json nothing is printed. */
  result(value: unknown): void;
}

function text(cell: Cell): string {
  if (cell === null || cell === undefined) return '–';
  if (cell instanceof Date) return cell.toISOString().replace('T', ' ').slice(0, 19);
  return typeof cell === 'number' ? cell.toLocaleString('en-US') : String(cell);
}

// Chinese characters take two columns on a terminal.
function width(value: string): number {
  return [...value].reduce((sum, sign) => sum + (/[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/.test(sign) ? 2 : 1), 0);
}

export function formatTable(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cells = rows.map((row) => row.map(text));
  const widths = columns.map((name, column) => Math.max(width(name), ...cells.map((row) => width(row[column] ?? ''))));
  const numeric = columns.map(
    (_, column) => rows.length > 0 && rows.every((row) => typeof (row[column] ?? 0) === 'number'),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((value, column) => {
        const gap = ' '.repeat((widths[column] ?? 0) - width(value));
        return numeric[column] === true ? gap + value : value + gap;
      })
      .join('  ')
      .trimEnd();
  return [line(columns), line(widths.map((size) => '─'.repeat(size))), ...cells.map(line)].join('\n');
}

export function outputFor(json: boolean): Output {
  // With --json people still see what happens, but on standard error.
  const stream = json ? process.stderr : process.stdout;
  return {
    say: (line) => void stream.write(`${line}\n`),
    table: (columns, rows) => void stream.write(`${formatTable(columns, rows)}\n`),
    result: (value) => {
      if (json) process.stdout.write(`${JSON.stringify(value)}\n`);
    },
  };
}
