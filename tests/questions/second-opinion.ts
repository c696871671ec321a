import type pg from 'pg';
import type { DimensionFilter, Grain, Period } from '@rapport/model/metrics';
import { codesOf, columnOf } from './catalogue/dimensions.ts';
import type { Asked, Tally } from './catalogue/form.ts';

export interface Figure {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
}
/** Figures by bucket and codes; what is missing has no rows. */
export type Figures = Map<string, Figure>;
export interface Cut {
  period: Period;
  grain: Grain;
  by: readonly string[];
  where: readonly DimensionFilter[];
}

export const keyOf = (bucket: string, codes: readonly string[]): string => JSON.stringify([bucket, ...codes]);

const units: Readonly<Record<Grain, string>> = {
  TOTAL: 'total',
  DAY: 'day',
  WEEK: 'week',
  MONTH: 'month',
  QUARTER: 'quarter',
  YEAR: 'year',
};

/** The buckets of a period, cut off at its ends; a quarter is three months. */
const buckets = (grain: Grain): string =>
  grain === 'TOTAL'
    ? 'select $1::date as from_on, $2::date as to_on'
    : `select greatest($1::date, d::date) as from_on, least($2::date, (d + u.step)::date - 1) as to_on
  from (select interval '1 ${grain === 'QUARTER' ? 'month' : units[grain]}' * ${grain === 'QUARTER' ? 3 : 1} as step) u
  cross join generate_series(date_trunc('${units[grain]}', $1::timestamp), $2::timestamp, u.step) d`;

interface Counted {
  above: number | null;
  below: number | null;
  value: number | null;
}

/** The tally as it stands once a dimension cuts money to its own lines. */
function ownOf(asked: Asked, cut: Cut): { tally: Asked; dimension?: string } {
  const used = new Set<string>([...cut.by, ...cut.where.map(({ dimension }) => dimension)]);
  const dimension = Object.keys(asked.own ?? {}).find((name) => used.has(name));
  const own = dimension === undefined ? undefined : asked.own?.[dimension];
  return own && dimension ? { tally: { ...asked, ...own }, dimension } : { tally: asked };
}

function conditionOf(
  tally: Tally,
  filter: DimensionFilter,
  own: string | undefined,
  bind: (x: unknown) => string,
): string {
  const line = own !== undefined && filter.dimension === own;
  const codes = codesOf(tally.rows, filter.dimension);
  const parts: string[] = [];
  // Lines of a code are counted; an order that carries an unwanted code is not, whatever else it carries.
  if (filter.in) parts.push(`${line ? `array[${own && `r.own_code`}]` : codes} && ${bind(filter.in)}::text[]`);
  if (filter.notIn) parts.push(`not ${codes} && ${bind(filter.notIn)}::text[]`);
  return parts.join(' and ');
}

async function tallied(pool: pg.Pool, asked: Asked, cut: Cut): Promise<Map<string, Counted>> {
  const { tally, dimension: own } = ownOf(asked, cut);
  const values: unknown[] = [cut.period.from, cut.period.to];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const ownCode = own === undefined ? undefined : asked.own?.[own]?.code;
  const rows = ownCode ? `(select l.*, l.${ownCode} as own_code from ${tally.rows} l)` : tally.rows;
  const on = tally.on.includes(' ') ? tally.on : `r.${tally.on} between b.from_on and b.to_on`;
  const conditions = cut.where.map((filter) => conditionOf(tally, filter, own, bind));
  const keys = cut.by.map((name, nth) => {
    for (const filter of cut.where.filter(({ dimension }) => dimension === name)) {
      if (filter.in) conditions.push(`k${nth}.code = any(${bind(filter.in)}::text[])`);
      if (filter.notIn) conditions.push(`k${nth}.code <> all(${bind(filter.notIn)}::text[])`);
    }
    return `cross join unnest(${name === own ? 'array[r.own_code]' : codesOf(tally.rows, name)}) k${nth}(code)`;
  });
  const codes = cut.by.map((_, nth) => `k${nth}.code`);
  const text = `select b.from_on::text as bucket, array[${codes.join(', ')}]::text[] as codes, (${tally.above})::numeric as above, (${tally.below ?? 'null'})::numeric as below, ${tally.value ?? 'null'} as value
from (${buckets(cut.grain)}) b join ${rows.startsWith('(') ? 'lateral ' : ''}${rows} r on ${on} ${keys.join(' ')}
${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''} group by ${['b.from_on', 'b.to_on', ...codes].join(', ')}`;
  const found = await pool.query<{
    bucket: string;
    codes: string[];
    above: string | null;
    below: string | null;
    value: number | null;
  }>(text, values);
  const asNumber = (of: string | null): number | null => (of === null ? null : Number(of));
  return new Map(
    found.rows.map((row) => [
      keyOf(row.bucket, row.codes),
      { above: asNumber(row.above), below: asNumber(row.below), value: row.value },
    ]),
  );
}

const none: Counted = { above: 0, below: 0, value: null };

function figureOf(asked: Asked, { above, below, value }: Counted): Figure {
  const per = asked.per ?? 1;
  if (asked.value) return { value: value === null ? null : value / per, numerator: null, denominator: below };
  const numerator = above === null ? null : above / per;
  if (asked.below === undefined && asked.over === undefined) return { value: numerator, numerator, denominator: null };
  const quotient = numerator === null || !below ? null : (numerator / below) * (asked.times ?? 1);
  return { value: quotient, numerator, denominator: below };
}

/** The figures of a question, by SQL over core and nothing else. */
export async function secondOpinion(pool: pg.Pool, asked: Asked, cut: Cut): Promise<Figures> {
  const above = await tallied(pool, asked, cut);
  const below = asked.over && (await tallied(pool, { ...asked.over }, cut));
  const keys = new Set([...above.keys(), ...(below?.keys() ?? [])]);
  return new Map(
    [...keys].map((key) => {
      const counted = above.get(key) ?? none;
      return [key, figureOf(asked, below ? { ...counted, below: (below.get(key) ?? none).above } : counted)];
    }),
  );
}

/** What a cell without rows says. */
export const emptyFigure = (asked: Asked): Figure => figureOf(asked, none);

/** Codes of the rows that the metric counts, the most used first. */
export async function codesIn(pool: pg.Pool, asked: Asked, dimension: string): Promise<string[]> {
  if (columnOf(asked.rows, dimension) === undefined) throw new Error(`${asked.rows} have no ${dimension}.`);
  const counts = asked.level ? '' : `having ${asked.below ?? asked.above} > 0`;
  const table = /asked\.\w+/.exec(asked.rows)?.[0] ?? asked.rows;
  const { rows } = await pool.query<{ code: string }>(
    `select k.code from ${table} r cross join unnest(${codesOf(asked.rows, dimension)}) k(code) group by 1 ${counts} order by count(*) desc, 1 limit 30`,
  );
  return rows.map(({ code }) => code);
}
