import type { Fact } from '../facts.ts';
import { today } from '../facts.ts';
import { clockOf } from '../facts/fact.ts';
import { isAdditive, partsOf } from '../measures.ts';
import { toQuery, type Sql } from '../sql.ts';
import { talliesOf, type Tally } from '../tallies.ts';
import type { Metric } from '../catalogue.ts';

/** SQL to read and to try: over the rows a metric counts, with `:from`, `:to` and `:today` for what a question fills in. */

const plain = (piece: Sql): string => toQuery(piece).sql.replaceAll(toQuery(today).sql, ':today');
const all = (...conditions: (string | undefined)[]): string => conditions.filter(Boolean).join(' and ');
const filtered = (...conditions: (string | undefined)[]): string => {
  const text = all(...conditions);
  return text === '' ? '' : ` filter (where ${text})`;
};
const held = (counted: Sql | 'every row'): string | undefined =>
  counted === 'every row' ? undefined : `(${plain(counted)})`;

/** Customers who hold something, each once; rows of nobody known are left out. */
function people(fact: Fact, ...conditions: (string | undefined)[]): string {
  const known = fact.customer?.known && plain(fact.customer.known);
  return `count(distinct j.${fact.customer?.column ?? 'customer_id'})${filtered(known, ...conditions)}`;
}

const known = (fact: Fact): string | undefined => fact.customer?.known && plain(fact.customer.known);
const firstDayOf = (months: number): string => `date_trunc('month', j.ordered_on) + interval '${months} months'`;

/** Numerator, denominator and value, as far as the kind has them. */
function columnsOf(tally: Tally): [numerator?: string, denominator?: string, value?: string] {
  const { fact } = tally;
  if (isAdditive(tally)) {
    const { numerator, denominator } = partsOf(tally);
    return [plain(numerator.total), denominator && plain(denominator.total)];
  }
  switch (tally.kind) {
    case 'percentile': {
      const whole = `(${plain(tally.whole)})`;
      return [
        undefined,
        `count(*)${filtered(whole)}`,
        `percentile_cont(${tally.at}) within group (order by ${plain(tally.value)})${filtered(whole)}`,
      ];
    }
    case 'stock': {
      const among = tally.among && `(${plain(tally.among)})`;
      return [
        `sum(${plain(tally.change)})${filtered(among)}`,
        tally.whole && `sum(${plain(tally.whole)})${filtered(among)}`,
      ];
    }
    case 'customers':
      return [people(fact, held(tally.where))];
    case 'customer_share':
      return [people(fact, held(tally.whole), held(tally.part)), people(fact, held(tally.whole))];
    case 'per_customer':
      return [
        `sum(${plain(tally.amount)})${filtered(known(fact), held(tally.whole))}`,
        people(fact, held(tally.whole)),
      ];
    case 'distinct':
      return [people(fact, tally.chain === 'valid_day' ? 'j.valid' : undefined)];
    case 'repeat':
      return ['count(*) filter (where n >= 2)', 'count(*)'];
    case 'repurchase':
      return [
        `count(*) filter (where j.valid_next_on <= j.ordered_on + ${tally.withinDays} and j.ordered_on + ${tally.withinDays} <= :today)`,
        `count(*) filter (where j.ordered_on + ${tally.withinDays} <= :today)`,
      ];
    case 'retention': {
      const over = `${firstDayOf(tally.month + 1)} <= :today + 1`;
      const bought = `exists (select from journey.order_journey b where b.customer_id = j.customer_id and b.valid and date_trunc('month', b.ordered_on) = ${firstDayOf(tally.month)})`;
      return [`count(*) filter (where ${over} and ${bought})`, `count(*) filter (where ${over})`];
    }
    case 'depth':
      return [
        `count(*) filter (where (select count(*) from journey.order_journey b where b.customer_id = j.customer_id and b.valid) >= ${tally.orders})`,
        'count(*)',
      ];
    case 'survival':
      return [undefined, 'count(*)'];
  }
}

const lines = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join('\n');

/** The rows of a period: of a level all until its end. */
function rowsOf({ fact, clock, kind }: Tally): string {
  const { day, eligible, upToAsOf } = clockOf(fact, clock);
  const dated = kind === 'stock' ? `j.${day} <= :to` : `j.${day} between :from and :to`;
  const where = all(dated, eligible && `(${plain(eligible)})`, upToAsOf ? `j.${day} <= :today` : undefined);
  return lines(`from ${fact.relation} j`, `where ${where}`);
}

/** `counted`: what the tally's own count is to the figure; of a metric across two kinds of rows, the second is the denominator. */
function selectOf(tally: Tally, counted: 'numerator' | 'denominator'): string {
  const [numerator, denominator, value] = columnsOf(tally);
  const told = [
    value && `${value} as value`,
    numerator && `${numerator} as ${counted}`,
    denominator && `${denominator} as denominator`,
  ];
  const columns = `select ${told.filter(Boolean).join(',\n  ')}`;
  if (tally.kind === 'repeat') {
    const links = tally.chain === 'valid_day' ? 'count(distinct j.ordered_on)' : 'count(*)';
    const who = tally.chain === 'valid_day' ? '\n  and j.identified and j.valid' : '\n  and j.identified';
    return lines(
      columns,
      `from (select j.customer_id, ${links} as n`,
      rowsOf(tally) + who,
      'group by j.customer_id) c',
    );
  }
  if (tally.kind !== 'survival') return lines(columns, rowsOf(tally));
  // The product-limit estimate: on each day, of those not back and still seen, the share back.
  return lines(
    `with j as (select j.ordered_on, coalesce(j.valid_next_on, :today) - j.ordered_on as seen, j.valid_next_on is not null as back`,
    `${rowsOf(tally)}),`,
    `days as (select d.day, 1 - count(*) filter (where j.back and j.seen = d.day)::numeric / count(*) as not_back`,
    `from generate_series(1, ${tally.byDay}) d(day) join j on j.seen >= d.day group by d.day)`,
    `select case when min(not_back) = 0 then 1 else 1 - exp(sum(ln(nullif(not_back, 0)))) end as value, (select count(*) from j) as denominator from days`,
  );
}

/** One statement; of a metric across two kinds of rows two, divided: the numerator's first. */
export const readableSql = (metric: Metric): string[] =>
  talliesOf(metric).map((tally, at) => selectOf(tally, at === 0 ? 'numerator' : 'denominator'));
