import { idWords, plain, says } from './words.ts';

interface Column {
  title: string;
  values: readonly string[];
}

const MOST_CANDIDATES = 12;

/** The column, or the fewest columns, whose values tell every record apart; null: not even all of them do. */
export function keyOf(columns: readonly Column[]): string[] | null {
  const [first] = columns;
  if (!first || first.values.length === 0) return null;
  const filled = columns.filter(
    ({ values }) => values.every((value) => value !== '') && !values.some((value) => value.length > 120),
  );
  const ordered = filled.toSorted((a, b) => Number(isId(b)) - Number(isId(a)));
  const candidates = ordered.slice(0, MOST_CANDIDATES);
  const single = candidates.find((column) => isUnique([column]));
  if (single && (isId(single) || columns.length < 3 || single === filled[0])) return [single.title];
  const pair = pairs(candidates).find((two) => two.some(isId) && isUnique(two));
  return pair ? pair.map(({ title }) => title) : null;
}

const isId = ({ title }: Column): boolean => says(plain(title), idWords);

function pairs(columns: readonly Column[]): Column[][] {
  return columns.flatMap((one, at) => columns.slice(at + 1).map((other) => [one, other]));
}

export function isUnique(columns: readonly Column[]): boolean {
  const count = columns[0]?.values.length ?? 0;
  const met = new Set<string>();
  for (let at = 0; at < count; at++) met.add(columns.map(({ values }) => values[at]).join('\u001f'));
  return met.size === count;
}
