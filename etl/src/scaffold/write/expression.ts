import pg from 'pg';
import type { FeedColumn } from '../../kit/feeds/contract.ts';
import { codeOf } from '../feeds/codes.ts';
import type { ColumnPlan } from '../plan.ts';

const MOST_CODES = 40;
const reserved = new Set(
  'all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create default desc distinct do else end except false fetch for foreign from grant group having in initially intersect into lateral leading limit localtime not null offset on only or order placing primary references returning select session_user some symmetric table then to trailing true union unique user using variadic when where window with authorization binary cross freeze full ilike inner is join left like natural outer right similar verbose'.split(
    ' ',
  ),
);

/** A column as SQL names it. */
export function ref({ name }: Pick<ColumnPlan, 'name'>): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name) ? name : `"${name}"`;
}

export interface Written {
  sql: string;
  /** What a person should look at, or must settle. */
  mark?: string;
}

/** A column's texts as the value its field wants. */
export function expression(feed: string, field: string, column: ColumnPlan, contract: FeedColumn | undefined): Written {
  if (contract?.codes && contract.type === 'text') return coded(feed, field, column, contract.codes);
  const sql = readAs(column);
  return { sql: contract?.type === 'date' && column.guess.type !== 'date' ? `(${sql})::date` : sql };
}

function readAs(column: ColumnPlan): string {
  const name = ref(column);
  switch (column.guess.reads) {
    case 'epoch_seconds':
      return `to_timestamp(${name})`;
    case 'epoch_millis':
      return `to_timestamp(${name} / 1000.0)`;
    case 'excel_serial':
      return `date_trunc('second', timestamp '1899-12-30' + ${name} * interval '1 day' + interval '0.5 second')::timestamptz`;
    case 'money_text':
      return `nullif(regexp_replace(${name}, '[^0-9.-]', '', 'g'), '')::numeric`;
    case 'comma_money':
      return `nullif(replace(regexp_replace(${name}, '[^0-9,-]', '', 'g'), ',', '.'), '')::numeric`;
    case 'yes_no':
      return `lower(${name}) in ('是', '有', 'sim')`;
    case 'plain':
      return name;
  }
}

/** The source's own words as the codes of the contract; those nobody knows are passed on where the list is open. */
function coded(feed: string, field: string, column: ColumnPlan, codes: NonNullable<FeedColumn['codes']>): Written {
  const list = Object.keys(codes.list);
  const found = [...new Set(column.values.filter((value) => value !== ''))].sort();
  const name = ref(column);
  if (found.length > MOST_CODES)
    return codes.closed ? { sql: 'null::text', mark: decideCodes(column, list) } : { sql: name };
  const known = found.map((value) => ({ value, code: codeOf(feed, field, value, list) }));
  const strange = known.filter(({ code }) => code === null).map(({ value }) => value);
  const rest = codes.closed ? (list.includes('other') ? `'other'` : name) : name;
  const whens = known.flatMap(({ value, code }) =>
    code !== null && code !== value ? [`when ${pg.escapeLiteral(value)} then ${pg.escapeLiteral(code)}`] : [],
  );
  const sql = whens.length === 0 ? rest : `case ${name}\n    ${whens.join('\n    ')}\n    else ${rest}\n  end`;
  if (codes.closed && strange.length > 0 && rest === name)
    return { sql, mark: `DECIDE: what of ${list.join(', ')} is ${strange.join(', ')}?` };
  if (strange.length > 0)
    return { sql, mark: `CHECK: passed on as they are: ${strange.join(', ')}; known are ${list.join(', ')}` };
  return whens.length === 0 ? { sql } : { sql, mark: 'CHECK: the codes on the left are the sample’s' };
}

const decideCodes = ({ title }: ColumnPlan, list: readonly string[]) =>
  `DECIDE: "${title}" holds too many different texts; which of them is ${list.join(', ')}?`;
