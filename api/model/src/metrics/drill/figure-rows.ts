import { dimensionNames, minorDigits, type Dimension } from '../../vocabulary/index.ts';
import type { MetricRowsRequest } from '../answer/types.ts';
import type { Fact, FactName } from '../facts.ts';
import { clockOf, codeOf, columnOf, isManyValued } from '../facts/fact.ts';
import { readFiltersOn } from '../planner/request.ts';
import { join, literal, raw, sql, toQuery, type Sql } from '../sql.ts';
import { bringsAmounts, broughtBy } from './brings.ts';
import { conditionsBehind, tallyFor, type Condition } from './rows-behind.ts';

/** The rows behind a figure, whatever they are rows of: speak of them as `j`. */
export interface FigureRows {
  fact: FactName;
  /** A relation whose rows have `row_id` and `row_day`, and `ordinal`, the latest first, where they have no ids; with the alias `j`. */
  from: string;
  hasIds: boolean;
  /** Which of them; parameters from $1. */
  condition: Condition;
  /** What a row adds to the part, in stored units; parameters from $1. `per`: what to divide it by, given the currency. */
  brings: Condition;
  per(currency: string | null): number;
  customer: string | null;
  /** A row's codes as jsonb: by dimension a list. */
  codes: string;
}

/** Rows that are put together from others have no id of their own: equal ones are told apart by their place. */
function told({ relation, id }: Fact, day: string, until: Sql): Sql {
  const on = sql`n.${raw(day)} as row_day`;
  const rows = sql`from ${raw(relation)} n where ${until}`;
  if (id) return sql`(select n.*, ${on}, n.${raw(id)}::text as row_id ${rows}) j`;
  const content = sql`md5(n::text)`;
  return sql`(select n.*, ${on}, ${content} as row_id, row_number() over (order by n.${raw(day)} desc, ${content}) as ordinal ${rows}) j`;
}

const codesOf = (fact: Fact, name: Dimension): Sql =>
  isManyValued(fact, name) ? sql`to_jsonb(${columnOf(fact, name)})` : sql`jsonb_build_array(${codeOf(fact, name)})`;

/** Days come from the request as checked text, so that the rows are numbered within them only. */
export function figureRows(request: MetricRowsRequest): FigureRows {
  const tally = tallyFor(request);
  const { fact, clock, kind, unit } = tally;
  const condition = toQuery(conditionsBehind(fact, request));
  const { day } = clockOf(fact, clock);
  const { from, to } = request.period;
  const days = sql`n.${raw(day)} <= date ${literal(to)}`;
  const until = kind === 'stock' ? days : sql`n.${raw(day)} >= date ${literal(from)} and ${days}`;
  const carried = dimensionNames.filter((name) => fact.dimensions[name]);
  const codes = join(
    carried.map((name) => sql`${literal(name)}, ${codesOf(fact, name)}`),
    ', ',
  );
  const amounts = bringsAmounts(tally, request.part);
  return {
    fact: fact.name as FactName,
    from: toQuery(told(fact, day, until)).sql,
    hasIds: fact.id !== undefined,
    condition,
    brings: toQuery(broughtBy(tally, request.part, readFiltersOn(fact, request.where))),
    per: (currency) => {
      if (!amounts) return 1;
      if (unit.per !== 'minor units') return unit.per;
      return currency === null ? 1 : 10 ** minorDigits(currency);
    },
    customer: fact.customer ? `j.${fact.customer.column}` : null,
    codes: toQuery(sql`jsonb_build_object(${codes})`).sql,
  };
}
