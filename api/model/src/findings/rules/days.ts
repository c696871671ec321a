import type { Queryable } from '../../schema/index.ts';
import { conditionOf, counted } from './conditions.ts';
import type { Rule } from './grammar.ts';
import { windowOf, type DayCount } from './standing.ts';

const any = (rule: Rule, names: readonly string[]): string =>
  names.map((name) => `(${conditionOf(rule.counts, name).sql})`).join(' or ') || 'false';

/** Of scores a defect is one of 1 to 3: what pulls the mean down. */
const isDefect = (rule: Rule): string => (rule.counts === 'scores' ? 'j.score <= 3' : any(rule, rule.defects));
const points = (rule: Rule): string => (rule.counts === 'scores' ? 'j.score' : '0');

interface Rows {
  from: string;
  where: string;
}

/** The rows `j` a rule counts: $1 the shop, $2 the last day, $3 the first. */
function rowsOf(rule: Rule): Rows {
  const { relation, days } = counted[rule.counts];
  const column = days[rule.day]!.column;
  const where = [
    `j.shop = $1 and j.${column} between $3::date and $2::date`,
    ...(rule.leaveOut.length > 0 ? [`not (${any(rule, rule.leaveOut)})`] : []),
    ...rule.only.map((name) => `(${conditionOf(rule.counts, name).sql})`),
    ...(rule.counts === 'scores' ? ['j.score is not null'] : []),
  ].join(' and ');
  if (!rule.perCustomerAMonth || rule.counts !== 'scores') return { from: `${relation} j`, where };
  const nth = `row_number() over (partition by j.customer_id, date_trunc('month', j.${column}) order by j.${column}, j.survey_id)`;
  return {
    from: `(select j.*, ${nth} as nth from ${relation} j where ${where}) j`,
    where: `j.nth <= ${rule.perCustomerAMonth}`,
  };
}

const sums = (rule: Rule): string =>
  `count(*)::integer as whole, count(*) filter (where ${isDefect(rule)})::integer as defects,
   coalesce(sum(${points(rule)}), 0)::float8 as points, coalesce(sum(${points(rule)} * ${points(rule)}), 0)::float8 as squares`;

const paramsOf = (rule: Rule, shop: string, on: string): unknown[] => {
  const { from, to } = windowOf(rule, on);
  return [shop, to, from];
};

/** What a rule counts on each day of its window, of the whole shop or of one merchant. */
export async function readDays(
  db: Queryable,
  rule: Rule,
  shop: string,
  merchant: string | null,
  on: string,
): Promise<DayCount[]> {
  const column = counted[rule.counts].days[rule.day]!.column;
  const ofMerchant = merchant === null ? '' : 'and j.merchants @> array[$4::text]';
  const { from, where } = rowsOf(rule);
  const { rows } = await db.query<DayCount>(
    `/* rule days */ select j.${column} as day, ${sums(rule)} from ${from} where ${where} ${ofMerchant} group by 1 order by 1`,
    [...paramsOf(rule, shop, on), ...(merchant === null ? [] : [merchant])],
  );
  return rows;
}

export interface MerchantCount extends DayCount {
  merchant: string;
  title: string | null;
}

/** The window of a rule as one count a merchant; an order of several merchants counts in each. */
export async function readMerchantCounts(
  db: Queryable,
  rule: Rule,
  shop: string,
  on: string,
): Promise<MerchantCount[]> {
  const { from, where } = rowsOf(rule);
  const { rows } = await db.query<MerchantCount>(
    `/* rule merchants */ select k.*, m.title from (select m.code as merchant, $2::text as day, ${sums(rule)}
       from ${from} cross join lateral unnest(j.merchants) m(code) where ${where} and m.code <> '' group by 1) k
     left join core.merchants m on m.shop = $1 and m.external_id = k.merchant order by k.merchant collate "C"`,
    paramsOf(rule, shop, on),
  );
  return rows;
}

export interface DefectRow {
  customerId: string;
  orderId: string;
  day: string;
  reasons: string[];
}

export interface DefectPage {
  total: number;
  rows: DefectRow[];
}

/** The orders that are the defects of a rule, the latest first; `skip` of them left out. */
export async function readDefects(
  db: Queryable,
  rule: Rule,
  asked: { shop: string; merchant: string | null; on: string; first: number; skip: number },
): Promise<DefectPage> {
  const column = counted[rule.counts].days[rule.day]!.column;
  const reasons =
    rule.counts === 'scores'
      ? `array['score_' || j.score]`
      : `array_remove(array[${rule.defects.map((name) => `case when ${conditionOf(rule.counts, name).sql} then '${name}' end`).join(', ')}], null)`;
  const ofMerchant = asked.merchant === null ? '' : 'and j.merchants @> array[$6::text]';
  const { from, where } = rowsOf(rule);
  const { rows } = await db.query<DefectRow & { total: number }>(
    `/* rule defects */ select j.customer_id as "customerId", j.order_id as "orderId", j.${column} as day, ${reasons} as reasons, count(*) over ()::integer as total
     from ${from} where ${where} ${ofMerchant} and (${isDefect(rule)}) and j.order_id is not null
     order by j.${column} desc, j.order_id limit $4 offset $5`,
    [
      ...paramsOf(rule, asked.shop, asked.on),
      asked.first,
      asked.skip,
      ...(asked.merchant === null ? [] : [asked.merchant]),
    ],
  );
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ customerId, orderId, day, reasons: why }) => ({ customerId, orderId, day, reasons: why })),
  };
}
