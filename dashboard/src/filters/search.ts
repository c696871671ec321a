import type { ComparisonKind, Grain, Lang } from '../metric/types.ts';

/** The whole state of a page that a link must carry. Absent means the default; `lang` and `theme` also follow the browser. */
export interface Search {
  shop?: string;
  from?: string;
  to?: string;
  grain?: TrendGrain;
  region?: string[];
  /** What a click on a mark left over, as `DIMENSION:value`; `DIMENSION:` is what carries none. */
  cut?: string[];
  compare?: CompareKey[];
  lang?: Lang;
  theme?: 'light' | 'dark';
}

export type TrendGrain = Exclude<Grain, 'TOTAL'>;
/** `event:DOUBLE_11`: the same days counted from an event. */
export type CompareKey = keyof typeof comparisonKind | `event:${string}` | 'none';

export const trendGrains: readonly TrendGrain[] = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'];

export const comparisonKind = {
  previous: 'PREVIOUS_PERIOD',
  year: 'SAME_PERIOD_LAST_YEAR',
  weekdays: 'SAME_WEEKDAYS_LAST_YEAR',
} as const satisfies Record<string, ComparisonKind>;

const isFixed = (key: string): key is keyof typeof comparisonKind => Object.hasOwn(comparisonKind, key);
const isCompareKey = (key: string): key is CompareKey => isFixed(key) || key === 'none' || /^event:\S+$/.test(key);
export const eventKey = (code: string): CompareKey => `event:${code}`;

/** The events that are named, and the kinds of comparison in the order they are chosen; one kind for all events. */
export function readCompare(keys: readonly CompareKey[]): { kinds: ComparisonKind[]; events: string[] } {
  const events = keys.flatMap((key) => (key.startsWith('event:') ? [key.slice('event:'.length)] : []));
  const kinds = keys.flatMap((key) => (isFixed(key) ? [comparisonKind[key]] : []));
  return { kinds: events.length > 0 ? [...kinds, 'SAME_DAYS_OF_EVENT'] : kinds, events };
}

export type Raw = Record<string, string | string[] | undefined>;

const first = (value: unknown): string | undefined => {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' && one !== '' ? one : undefined;
};

const every = (value: unknown): string[] | undefined => {
  const list = (Array.isArray(value) ? value : [value]).filter(
    (entry): entry is string => typeof entry === 'string' && entry !== '',
  );
  return list.length === 0 ? undefined : list;
};

/** Each once, and none of the shop or a region: those have filters of their own. */
function readCuts(raw: unknown): string[] | undefined {
  const cuts = every(raw)?.filter((cut) => /^[A-Z_]+:/.test(cut) && !/^(SHOP|REGION):/.test(cut));
  return cuts === undefined || cuts.length === 0 ? undefined : [...new Set(cuts)];
}

const oneOf = <T extends string>(value: unknown, allowed: readonly T[]): T | undefined =>
  allowed.find((entry) => entry === first(value));

/** A day that exists: "2018-02-30" is none. */
export function dayOrNone(value: unknown): string | undefined {
  const text = first(value);
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text) ? text : undefined;
}

/** What cannot be read falls back to the default; the filter bar always says which period is really shown. */
export function readSearch(raw: Record<string, unknown>): Search {
  const from = dayOrNone(raw['from']);
  const to = dayOrNone(raw['to']);
  const whole = from !== undefined && to !== undefined && from <= to;
  const compare = every(raw['compare'])?.filter(isCompareKey);
  return present({
    shop: first(raw['shop']),
    from: whole ? from : undefined,
    to: whole ? to : undefined,
    grain: oneOf(raw['grain'], trendGrains),
    region: every(raw['region']),
    cut: readCuts(raw['cut']),
    compare: compare === undefined || compare.length === 0 ? undefined : compare,
    lang: oneOf(raw['lang'], ['en', 'zh']),
    theme: oneOf(raw['theme'], ['light', 'dark']),
  });
}

/** Without its absent keys: in a link, an absent key is kept from the page before, an undefined one is cleared. */
export function present<T extends object>(search: T): T {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T;
}

/** `?region=SP&region=RJ`: an address people can read and edit, not JSON in percent signs. */
export function parseSearch(text: string): Raw {
  const raw: Raw = {};
  const params = new URLSearchParams(text);
  for (const key of new Set(params.keys())) {
    const values = params.getAll(key);
    raw[key] = values.length > 1 ? values : values[0];
  }
  return raw;
}

export function writeSearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    for (const entry of Array.isArray(value) ? value : [value]) {
      if (typeof entry === 'string' || typeof entry === 'number' || entry === true) params.append(key, String(entry));
    }
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
