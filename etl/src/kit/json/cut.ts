import { linesIn, ListScanner } from './list-scanner.ts';

/** One record's own part of a larger element, as it was delivered. */
export interface Cut {
  /** The element with every other record of its lists left out: the role's paths hold in it, and it gives this record alone. */
  raw: Buffer;
  /** Where the record itself begins in the element. */
  start: number;
  /** Line ends of the element before it. */
  lines: number;
}

/** `inner` and `indexes` lead from the element to the record, list by list. */
export function cutTo(element: Buffer, inner: readonly (readonly string[])[], indexes: readonly number[]): Cut {
  const [keys, ...deeper] = inner;
  const [index, ...rest] = indexes;
  if (!keys || index === undefined) return { raw: element, start: 0, lines: 0 };
  const spans: { start: number; end: number }[] = [];
  new ListScanner(keys).scan(element, element.length, { element: (start, end) => spans.push({ start, end }) });
  const [first, mine, last] = [spans[0], spans[index], spans.at(-1)];
  if (!first || !mine || !last) return { raw: element, start: 0, lines: 0 };
  const within = cutTo(element.subarray(mine.start, mine.end), deeper, rest);
  return {
    raw: Buffer.concat([element.subarray(0, first.start), within.raw, element.subarray(last.end)]),
    start: mine.start + within.start,
    lines: linesIn(element, 0, mine.start) + within.lines,
  };
}
