import type { FileDefinition } from '../source/definition.ts';

/** Where one column's value is: how many lists outward, then which keys and positions inward. */
export interface ColumnPlace {
  column: string;
  outward: number;
  take: 'value' | 'position';
  steps: readonly string[];
}

/** How records lie in a document: the list that is streamed, the lists inside each of its elements, and the columns. */
export interface JsonLayout {
  /** Keys from the document to the streamed list; null for a file with a document a line. */
  list: readonly string[] | null;
  /** Keys from one element to the next list inside it, outermost first. */
  inner: readonly (readonly string[])[];
  columns: readonly ColumnPlace[];
  /** Keys of a record that source.yaml knows. */
  known: ReadonlySet<string>;
}

export function layoutOf(file: Pick<FileDefinition, 'format' | 'rows' | 'columns' | 'ignored'>): JsonLayout {
  const lists = listsOf(file.rows ?? (file.format === 'json' ? '[]' : ''));
  const list = file.format === 'json' ? (lists.shift() ?? []) : null;
  const columns = Object.entries(file.columns).map(([column, { path }]) => placeOf(column, path));
  const own = columns.filter(({ outward, take }) => outward === 0 && take === 'value');
  const known = new Set([...file.ignored, ...own.flatMap(({ steps }) => steps.slice(0, 1))]);
  return { list, inner: lists, columns, known };
}

/** `tickets[].events[]` → ['tickets'], ['events'] */
function listsOf(rows: string): string[][] {
  return rows
    .split('[]')
    .slice(0, -1)
    .map((keys) => keys.split('.').filter((key) => key !== ''));
}

/** A short form names a key as it is, dots and all; a path has dots, `^` for the object outside, `#` for the position. */
function placeOf(column: string, path: string | undefined): ColumnPlace {
  if (path === undefined) return { column, outward: 0, take: 'value', steps: [column] };
  const segments = path.split('.');
  const outward = segments.filter((segment) => segment === '^').length;
  const rest = segments.slice(outward).filter((segment) => segment !== '');
  const position = rest.length === 1 && rest[0] === '#';
  return { column, outward, take: position ? 'position' : 'value', steps: position ? [] : rest };
}

/** What is wrong with `rows`, or null. */
export function rowsMistake(format: 'json' | 'ndjson', rows: string): string | null {
  if (!/^([^[\]^#]*\[\])+$/.test(rows)) {
    return 'such as "[]", "tickets[]" or "tickets[].events[]": keys with dots between them, [] behind each list';
  }
  if (format === 'ndjson' && rows.startsWith('[]')) {
    return 'each line is a record already; name a list inside it, such as "events[]", or leave rows out';
  }
  return null;
}

/** What is wrong with a column's path, or null. `lists` is the number of lists around a record. */
export function pathMistake(path: string, lists: number): string | null {
  const place = placeOf('', path);
  if (!/^(\^\.)*(\.|#|[^.^#]+(\.[^.^#]+)*)$/.test(path)) {
    return 'keys with dots between them, such as via.channel; ^. in front for the object around the list; "#" for the position, "." for the value itself';
  }
  if (place.outward > lists)
    return `there are only ${lists} lists around a record, so ^ may stand ${lists} times at most`;
  return null;
}
