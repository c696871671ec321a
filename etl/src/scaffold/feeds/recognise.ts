import { contractOf } from '../../kit/feeds/contracts.ts';
import type { FeedName } from '../../kit/feeds/names.ts';
import { plain, says } from '../guess/words.ts';
import type { ColumnPlan } from '../plan.ts';
import { codeOf } from './codes.ts';
import { fileWords, hallmarks, synonyms } from './synonyms.ts';

/** Field of a feed (or what is told beside it, `$…`) to the column that seems to hold it. */
export type Mapping = ReadonlyMap<string, ColumnPlan>;

const FILE_WORD = 6;
const REQUIRED = 3;
const ENOUGH_STATUSES = 0.3;

/** Which feed a file looks like, and which column is which field; null: none. */
export function recognise(file: string, columns: readonly ColumnPlan[]): { feed: FeedName; mapping: Mapping } | null {
  const names = Object.keys(synonyms) as FeedName[];
  const scored = names.flatMap((feed) => {
    const mapping = mapFields(feed, columns, file);
    const isIt =
      (hallmarks[feed] ?? []).every((fields) => fields.split('|').some((field) => mapping.has(field))) &&
      fitsShape(feed, mapping);
    return isIt ? [{ feed, mapping, score: scoreOf(feed, mapping, file) }] : [];
  });
  const best = scored.reduce<(typeof scored)[number] | null>(
    (top, one) => (top && top.score >= one.score ? top : one),
    null,
  );
  return best ? { feed: best.feed, mapping: best.mapping } : byName(file, columns);
}

/** Where the columns do not say enough, the file's name may: what is missing is left to decide. */
function byName(file: string, columns: readonly ColumnPlan[]): { feed: FeedName; mapping: Mapping } | null {
  const feed = (Object.keys(fileWords) as FeedName[]).find((one) => hasFileWord(one, file));
  return feed ? { feed, mapping: mapFields(feed, columns, file) } : null;
}

function scoreOf(feed: FeedName, mapping: Mapping, file: string): number {
  const { columns } = contractOf(feed);
  const fields = [...mapping.keys()].filter((field) => !field.startsWith('$'));
  const points = fields.reduce((sum, field) => sum + (columns[field]?.required ? REQUIRED : 1), 0);
  const missing = Object.entries(columns).filter(
    ([name, { required }]) => required && !mapping.has(name) && synonyms[feed]?.[name],
  ).length;
  return points - missing + (hasFileWord(feed, file) ? FILE_WORD : 0);
}

export function hasFileWord(feed: FeedName, file: string): boolean {
  return says(plain(file.replace(/\.[a-z.]+$/i, '')), fileWords[feed] ?? []);
}

/** An order number that repeats is that of lines; one that does not is that of orders. */
function fitsShape(feed: FeedName, mapping: Mapping): boolean {
  const repeats = (field: string) => {
    const values = mapping.get(field)?.values ?? [];
    return new Set(values).size < values.length;
  };
  if (feed === 'orders') return !repeats('external_id');
  if (feed === 'order_items') return repeats('order_ref') || mapping.has('product_ref') || mapping.has('item_no');
  return true;
}

export function mapFields(feed: FeedName, columns: readonly ColumnPlan[], file: string): Map<string, ColumnPlan> {
  const found = new Map<string, ColumnPlan>();
  const taken = new Set<ColumnPlan>();
  for (const exact of [true, false]) {
    for (const [field, names] of Object.entries(namesOf(feed, file))) {
      if (found.has(field)) continue;
      const column = firstOf(names, columns, exact, (one) => !taken.has(one) && suits(feed, field, one));
      if (!column) continue;
      found.set(field, column);
      if (!field.startsWith('$')) taken.add(column);
    }
  }
  const only = onlyTime(columns, taken);
  const asked = requiredTime(feed, found);
  if (only && asked) found.set(asked, only);
  const buyer = knownBy(columns, taken);
  const field = ['customer_ref', '$customer'].find((one) => synonyms[feed]?.[one] && !found.has(one));
  if (field && buyer) found.set(field, buyer);
  return found;
}

/** A feed needs a time, and the file has one: under whatever name. */
function onlyTime(columns: readonly ColumnPlan[], taken: ReadonlySet<ColumnPlan>): ColumnPlan | null {
  const times = columns.filter((column) => isTime(column) && !taken.has(column));
  return times.length === 1 ? (times[0] ?? null) : null;
}

function requiredTime(feed: FeedName, found: Mapping): string | null {
  const fields = Object.entries(contractOf(feed).columns);
  return (
    fields.find(([name, { required, type }]) => required && type === 'timestamptz' && !found.has(name))?.[0] ?? null
  );
}

/** Whether a title is one of the words for a field, so that there is nothing to look at twice. */
export function isNamed(feed: FeedName, field: string, { title }: ColumnPlan): boolean {
  const name = plain(title);
  return (synonyms[feed]?.[field] ?? []).some((one) => name === one || (isTelling(one) && says(name, [one])));
}

const isTime = ({ guess: { type, reads } }: ColumnPlan): boolean =>
  /^(date|timestamp)/.test(type) || /^(epoch|excel)/.test(reads);

/** Where nobody has an id, customers are known by what is theirs alone. */
function knownBy(columns: readonly ColumnPlan[], taken: ReadonlySet<ColumnPlan>): ColumnPlan | null {
  const kinds = ['account', 'email', 'phone', 'identity'] as const;
  return kinds.map((kind) => columns.find((one) => one.personal === kind && !taken.has(one))).find(Boolean) ?? null;
}

/** A bare "id" is the id of what the file is named after. */
function namesOf(feed: FeedName, file: string): Record<string, readonly string[]> {
  const own = synonyms[feed] ?? {};
  const { external_id: id = [] } = own;
  return hasFileWord(feed, file) ? { ...own, external_id: [...id, 'id', 'number', 'no', 'name', '编号'] } : own;
}

/** One bare word may stand in any title; two of them, or Chinese, mean what they say. */
const isTelling = (name: string): boolean => name.includes('_') || !/^[a-z0-9]+$/.test(name);

function firstOf(
  names: readonly string[],
  columns: readonly ColumnPlan[],
  exact: boolean,
  may: (column: ColumnPlan) => boolean,
): ColumnPlan | null {
  for (const name of names) {
    const isLong = isTelling(name);
    const found = columns.find(
      (column) => may(column) && (exact ? plain(column.title) === name : isLong && says(plain(column.title), [name])),
    );
    if (found) return found;
  }
  return null;
}

/** What a title alone does not decide: "state" is a status or a province, an amount is a number, a time is a time. */
function suits(feed: FeedName, field: string, column: ColumnPlan): boolean {
  const contract = contractOf(feed).columns[field];
  const { type, isMoney } = column.guess;
  const time = isTime(column);
  const isNumber = /^(smallint|integer|bigint|numeric)$/.test(type) || isMoney;
  if (column.values.every((value) => value === '')) return false;
  if (field === '$total' || field === '$freight' || contract?.role.is === 'amount') return isNumber && !time;
  if (['$delivered', '$shipped', '$ordered'].includes(field) || /^(timestamptz|date)$/.test(contract?.type ?? ''))
    return time;
  if (time && field !== 'external_id') return false;
  if (isNumber && ['title', 'message', 'text', 'detail', 'reply', '$title'].includes(field)) return false;
  if (/^(smallint|integer)$/.test(contract?.type ?? '')) return type === 'smallint' || type === 'integer';
  if (field === 'status' && plain(column.title) === 'state') return statusShare(feed, column) >= ENOUGH_STATUSES;
  return true;
}

function statusShare(feed: FeedName, { values }: ColumnPlan): number {
  const list = Object.keys(contractOf(feed).columns['status']?.codes?.list ?? {});
  const known = values.filter((value) => codeOf(feed, 'status', value, list) !== null);
  return known.length / Math.max(values.length, 1);
}
