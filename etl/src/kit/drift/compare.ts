import { isWider, type DriftChange, type DriftKind, type FileShape } from './shape.ts';

/** A column may look narrower in a handful of rows by chance. */
const ENOUGH_TO_NARROW = 200;
const MOST_VALUES = 20;

/** What a file holds beside or without what is declared. */
export interface Undelivered {
  added: readonly string[];
  dropped: readonly string[];
}

/** How a file differs from what is declared, and from the file of its kind before it. */
export function changesOf(
  { name, role }: { name: string; role: string },
  now: FileShape,
  before: FileShape | null,
  { added, dropped }: Undelivered,
): DriftChange[] {
  const change = (kind: DriftKind, column: string | null, was: string | null = null, is: string | null = null) => ({
    kind,
    file: name,
    role,
    column,
    was,
    now: is,
  });
  const renamed = renames(dropped, added);
  const isRenamed = (title: string) => renamed.some((pair) => pair.includes(title));
  return [
    ...renamed.map(([was, is]) => change('column_renamed', is, was, is)),
    ...added.filter((title) => !isRenamed(title)).map((title) => change('column_added', title)),
    ...dropped.filter((title) => !isRenamed(title)).map((title) => change('column_dropped', title)),
    ...(before
      ? [...orderChange(now, before, change), ...typeChanges(now, before, change), ...newValues(now, before, change)]
      : []),
  ];
}

type Make = (kind: DriftKind, column: string | null, was?: string | null, is?: string | null) => DriftChange;

/** Gone and new titles that are probably one column: alike, or the only ones of their kind. */
export function renames(dropped: readonly string[], added: readonly string[]): [was: string, now: string][] {
  const pairs: [string, string][] = [];
  const free = new Set(added);
  for (const was of dropped) {
    const now = [...free].find((title) => alike(was, title)) ?? null;
    if (now === null) continue;
    free.delete(now);
    pairs.push([was, now]);
  }
  const [was, now] = [dropped[0], added[0]];
  if (pairs.length === 0 && dropped.length === 1 && added.length === 1 && was !== undefined && now !== undefined)
    pairs.push([was, now]);
  return pairs;
}

/** Whether two titles probably name one column. */
export function alike(one: string, other: string): boolean {
  const [a, b] = [one, other].map((title) => title.toLowerCase().replaceAll(/[\s_\-.()（）]/g, ''));
  if (!a || !b) return false;
  return a === b || (Math.min(a.length, b.length) >= 2 && (a.includes(b) || b.includes(a)));
}

function orderChange(now: FileShape, before: FileShape, change: Make): DriftChange[] {
  const both = (one: FileShape, other: FileShape) => one.header.filter((title) => other.header.includes(title));
  const [was, is] = [both(before, now), both(now, before)];
  return was.join('\u001f') === is.join('\u001f')
    ? []
    : [change('columns_reordered', null, was.join(', '), is.join(', '))];
}

function typeChanges(now: FileShape, before: FileShape, change: Make): DriftChange[] {
  return Object.entries(now.types).flatMap(([column, seen]) => {
    const was = before.types[column];
    if (!was || was.type === seen.type) return [];
    const narrows = isWider(was.type, seen.type);
    if (narrows && (was.of < ENOUGH_TO_NARROW || seen.of < ENOUGH_TO_NARROW)) return [];
    return [change(narrows ? 'type_narrowed' : 'type_widened', column, was.type, seen.type)];
  });
}

function newValues(now: FileShape, before: FileShape, change: Make): DriftChange[] {
  return Object.entries(now.codes).flatMap(([column, values]) => {
    const known = before.codes[column];
    const news = known ? values.filter((value) => !known.includes(value)) : [];
    if (news.length === 0) return [];
    const more = news.length > MOST_VALUES ? ` … (${news.length})` : '';
    return [change('value_added', column, null, news.slice(0, MOST_VALUES).join(', ') + more)];
  });
}

/** What the next file is compared with. A value stays known when a file lacks it; a column without values keeps its type. */
export function remembered(now: FileShape, before: FileShape | null): FileShape {
  if (!before) return now;
  const codes = Object.fromEntries(
    Object.entries(now.codes).map(([column, values]) => [
      column,
      [...new Set([...(before.codes[column] ?? []), ...values])].sort(),
    ]),
  );
  return { header: now.header, types: { ...before.types, ...now.types }, codes };
}
