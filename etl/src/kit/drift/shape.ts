/** The narrowest type that every value of a sample has. */
export type SeenType = 'integer' | 'numeric' | 'date' | 'timestamp' | 'boolean' | 'text';

/** What a file looks like: enough to say what has changed in the next one, and nothing of what it says. */
export interface FileShape {
  /** Titles or keys, in the file's own order. */
  header: string[];
  /** By column; `of` is the number of values it was seen in. */
  types: Record<string, { type: SeenType; of: number }>;
  /** By column, every value of a short list. */
  codes: Record<string, string[]>;
}

export const driftKinds = [
  'table_added',
  'table_dropped',
  'column_added',
  'column_dropped',
  'column_renamed',
  'columns_reordered',
  'type_widened',
  'type_narrowed',
  'value_added',
] as const;
export type DriftKind = (typeof driftKinds)[number];

/** One way in which a delivery is not what it was, or not what is declared. */
export interface DriftChange {
  kind: DriftKind;
  file: string;
  /** The file's name in source.yaml; null for a file that is not declared. */
  role: string | null;
  column: string | null;
  was: string | null;
  now: string | null;
}

const forms: [SeenType, RegExp][] = [
  ['integer', /^[+-]?\d{1,18}$/],
  ['numeric', /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i],
  ['boolean', /^(true|false|t|f|yes|no|y|n)$/i],
  ['date', /^\d{4}[-/]\d{1,2}[-/]\d{1,2}([ T]00:00(:00(\.0+)?)?([+-]\d{2}(:?\d{2})?|Z)?)?$/],
  ['timestamp', /^\d{4}[-/]\d{1,2}[-/]\d{1,2}[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s?([+-]\d{2}(:?\d{2})?|Z)?$/],
];

/** Which types hold another one's values. */
const within: Partial<Record<SeenType, SeenType>> = { integer: 'numeric', date: 'timestamp' };

export function seenType(values: readonly string[]): SeenType | null {
  let found: SeenType | null = null;
  for (const value of values) {
    if (value === '') continue;
    const type = forms.find(([, form]) => form.test(value))?.[0] ?? 'text';
    found = found === null ? type : widest(found, type);
    if (found === 'text') return found;
  }
  return found;
}

function widest(one: SeenType, other: SeenType): SeenType {
  if (one === other || within[other] === one) return one;
  return within[one] === other ? other : 'text';
}

/** Whether every value of the one is a value of the other, and not the reverse. */
export const isWider = (type: SeenType, than: SeenType): boolean => type !== than && widest(type, than) === type;
