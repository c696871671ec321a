import { dimensionCondition, labelsOf } from '@rapport/model/metrics';
import type { Queryable } from '@rapport/model/schema';
import { noValueLabel, type Dimension, type LocalizedText } from '@rapport/model/vocabulary';
import { Conditions } from '../../platform/database/conditions.ts';
import { labelled } from '../../platform/graphql/code.type.ts';
import { assertInOrder } from '../../platform/graphql/refusal.ts';
import type { DimensionValue } from '../dimensions/index.ts';
import type { JourneySteps, JourneyStepsArguments } from './flow.type.ts';
import { steps } from './flow.words.ts';
import { codesOf, outcomes } from './stages.sql.ts';

/** The orders asked for; the first two values are the ends of the period, which the steps are cut by as well. */
function chosen({ period, shop, where, outcome }: JourneyStepsArguments): Conditions {
  assertInOrder('period', period.from, period.to);
  const conditions = new Conditions();
  conditions.and(`j.ordered_on between ${conditions.bind(period.from)}::date and ${conditions.bind(period.to)}::date`);
  conditions.given(shop, (code) => `j.shop = ${code}`).and(outcomes[outcome ?? 'ALL']);
  if (where?.length) conditions.merge(dimensionCondition(where));
  return conditions;
}

interface EdgeRow {
  from: string;
  to: string | null;
  key: string | null;
  orders: number;
  share: number;
  medianSeconds: number | null;
  p90Seconds: number | null;
}

interface StepsRow {
  orders: number;
  nodes: { step: string; orders: number }[] | null;
  edges: EdgeRow[] | null;
}

/** Edges of fewer orders than `fewest` are left out. Edges cut by a dimension and nodes come from the same chosen orders. */
export async function readSteps(db: Queryable, asked: JourneyStepsArguments, fewest: number): Promise<JourneySteps> {
  const conditions = chosen(asked);
  const { rows } = await db.query<StepsRow>(
    `/* journey steps */ with chosen as materialized (select j.customer_id, j.order_id, ${codesOf(asked.by)} as codes from journey.order_journey j where ${conditions.sql}),
     walked as materialized (select t.from_step, t.to_step, t.seconds, c.codes from journey.order_steps t join chosen c using (customer_id, order_id)
       where t.ordered_on between $1::date and $2::date),
     keyed as (select w.from_step, w.to_step, w.seconds, k.key from walked w cross join lateral unnest(w.codes) as k(key)),
     edges as (select key, from_step as "from", to_step as "to", count(*)::integer as orders, count(*)::float8 / sum(count(*)) over (partition by key, from_step) as share,
         percentile_cont(0.5) within group (order by seconds) as "medianSeconds", percentile_cont(0.9) within group (order by seconds) as "p90Seconds"
       from keyed group by 1, 2, 3)
     select (select count(*)::integer from chosen) as orders,
       (select json_agg(n order by n.orders desc, n.step) from (select from_step as step, count(*)::integer as orders from walked group by 1) n where n.orders >= ${fewest}) as nodes,
       (select json_agg(e) from (select * from edges where orders >= ${fewest} order by orders desc, "from", "to", key limit ${asked.first}) e) as edges`,
    conditions.values,
  );
  const { orders = 0, nodes, edges } = rows[0] ?? { nodes: null, edges: null };
  const named = await namesOf(db, asked, edges ?? []);
  return {
    orders: orders >= fewest ? orders : 0,
    nodes: (nodes ?? []).map((node) => ({ step: labelled(steps, node.step), orders: node.orders })),
    edges: (edges ?? []).map(({ from, to, key: code, ...edge }) => ({
      ...edge,
      from: labelled(steps, from),
      to: labelled(steps, to ?? 'end'),
      key: keyOf(asked.by, code, named),
    })),
  };
}

const namesOf = (
  db: Queryable,
  { by, shop }: JourneyStepsArguments,
  edges: readonly EdgeRow[],
): Promise<Map<string, LocalizedText>> =>
  by
    ? labelsOf(db, by, shop ?? null, [...new Set(edges.map(({ key }) => key ?? ''))])
    : Promise.resolve(new Map<string, LocalizedText>());

function keyOf(
  by: Dimension | null | undefined,
  code: string | null,
  named: ReadonlyMap<string, LocalizedText>,
): DimensionValue | null {
  if (!by || code === null) return null;
  if (code === '') return { dimension: by, value: null, label: noValueLabel };
  return { dimension: by, value: code, label: named.get(code) ?? { en: code, zh: code } };
}
