import { dimensionCondition, labelsOf } from '@rapport/model/metrics';
import type { Queryable } from '@rapport/model/schema';
import { wilson } from '@rapport/model/statistics';
import { noValueLabel, type LocalizedText } from '@rapport/model/vocabulary';
import { Conditions } from '../../platform/database/conditions.ts';
import { labelled, type Code } from '../../platform/graphql/code.type.ts';
import { assertInOrder } from '../../platform/graphql/refusal.ts';
import { withoutSmall } from './hidden-flows.ts';
import { codesOf, outcomes, stageCodes, stageOf } from './stages.sql.ts';
import type { JourneyFlowStage, JourneyStages, JourneyStagesArguments } from './stages.type.ts';
import { OTHERS, stageWords } from './stages.words.ts';

/** More segments than that are told together. */
const MOST_SEGMENTS = 8;

interface FlowRow {
  stage: JourneyFlowStage;
  from: string;
  to: string;
  orders: number;
  medianSeconds: number | null;
}

interface StagesRow {
  orders: number;
  flows: FlowRow[] | null;
}

const since = (moment: string): string => `extract(epoch from ${moment} - j.ordered_at)::float8`;

function chosen({ period, shop, where, outcome }: JourneyStagesArguments): Conditions {
  assertInOrder('period', period.from, period.to);
  const conditions = new Conditions();
  conditions.and(`j.ordered_on between ${conditions.bind(period.from)}::date and ${conditions.bind(period.to)}::date`);
  conditions.given(shop, (code) => `j.shop = ${code}`).and(outcomes[outcome ?? 'ALL']);
  if (where?.length) conditions.merge(dimensionCondition(where));
  return conditions;
}

const flow = (stage: JourneyFlowStage, from: string, to: string, seconds: string, relation: string): string =>
  `select '${stage}' as stage, ${from} as "from", ${to} as "to", count(*)::integer as orders,
     percentile_cont(0.5) within group (order by ${seconds}) as "medianSeconds" from ${relation} group by 2, 3`;

export async function readStages(db: Queryable, asked: JourneyStagesArguments, fewest: number): Promise<JourneyStages> {
  const conditions = chosen(asked);
  const by = asked.by ?? 'FIRST_OR_REPEAT';
  const { rows } = await db.query<StagesRow>(
    `/* journey stages */ with told as materialized (select ${codesOf(by)} as codes, ${stageOf.delivery} as delivery, ${stageOf.voice} as voice, ${stageOf.back} as back,
         ${since('j.delivered_at')} as delivered, case when j.complaints_count > 0 then ${since('j.first_complaint_at')} else ${since('j.first_answered_at')} end as voiced,
         case when j.valid_next_on - j.ordered_on <= 90 then (j.valid_next_on - j.ordered_on) * 86400.0::float8 end as returned
       from journey.order_journey j where ${conditions.sql}),
     top as (select k.code from told t cross join lateral unnest(t.codes) as k(code) group by 1 order by count(*) desc, 1 limit ${MOST_SEGMENTS}),
     keyed as (select s.segment, t.delivery, t.delivered from told t
       cross join lateral (select distinct coalesce(o.code, '${OTHERS}') as segment from unnest(t.codes) as k(code) left join top o on o.code = k.code) s),
     flows as (${flow('SEGMENT', 'segment', 'delivery', 'delivered', 'keyed')}
       union all ${flow('DELIVERY', 'delivery', 'voice', 'voiced', 'told')}
       union all ${flow('VOICE', 'voice', 'back', 'returned', 'told')})
     select (select count(*)::integer from told) as orders, (select json_agg(f) from flows f) as flows`,
    conditions.values,
  );
  const { orders = 0, flows } = rows[0] ?? { flows: null };
  const shown = inOrder(withoutSmall(flows ?? [], fewest));
  const segments = [...new Set(shown.filter(({ stage }) => stage === 'SEGMENT').map(({ from }) => from))];
  const named = await labelsOf(db, by, asked.shop ?? null, segments);
  const told = (stage: JourneyFlowStage, code: string): Code =>
    stage === 'SEGMENT' ? segmentOf(code, named) : labelled(stageWords, code);
  return { orders: orders >= fewest ? orders : 0, values: valuesOf(shown, told), flows: flowsOf(shown, told) };
}

const stages = ['SEGMENT', 'DELIVERY', 'VOICE', 'RETURN'] as const satisfies readonly JourneyFlowStage[];
const next = { SEGMENT: 'DELIVERY', DELIVERY: 'VOICE', VOICE: 'RETURN', RETURN: 'RETURN' } as const;
const codes: readonly string[] = [...stageCodes.delivery, ...stageCodes.voice, ...stageCodes.back];

/** The largest segments first, the rest of them last; the later stages as they are declared. */
function inOrder(flows: readonly FlowRow[]): FlowRow[] {
  const ofSegment = new Map<string, number>();
  for (const { stage, from, orders } of flows)
    if (stage === 'SEGMENT') ofSegment.set(from, (ofSegment.get(from) ?? 0) + orders);
  const rank = ({ stage, from }: FlowRow): number => {
    if (stage !== 'SEGMENT') return codes.indexOf(from);
    return from === OTHERS ? Number.MAX_SAFE_INTEGER : -(ofSegment.get(from) ?? 0);
  };
  return flows.toSorted(
    (a, b) =>
      stages.indexOf(a.stage) - stages.indexOf(b.stage) ||
      rank(a) - rank(b) ||
      (a.from < b.from ? -1 : a.from > b.from ? 1 : 0) ||
      codes.indexOf(a.to) - codes.indexOf(b.to),
  );
}

function segmentOf(code: string, named: ReadonlyMap<string, LocalizedText>): Code {
  if (code === OTHERS) return labelled(stageWords, OTHERS);
  return { code, label: code === '' ? noValueLabel : (named.get(code) ?? { en: code, zh: code }) };
}

type Told = (stage: JourneyFlowStage, code: string) => Code;

function flowsOf(flows: readonly FlowRow[], told: Told): JourneyStages['flows'] {
  const whole = new Map<string, number>();
  for (const { stage, from, orders } of flows)
    whole.set(`${stage} ${from}`, (whole.get(`${stage} ${from}`) ?? 0) + orders);
  return flows.map(({ stage, from, to, orders, medianSeconds }) => {
    const all = whole.get(`${stage} ${from}`) ?? orders;
    const { low, high } = wilson(orders, all) ?? { low: 0, high: 1 };
    return {
      stage,
      from: told(stage, from),
      to: told(next[stage], to),
      orders,
      share: orders / all,
      low,
      high,
      medianSeconds,
    };
  });
}

/** What starts at a place; at the last stage, what ends there. */
function valuesOf(flows: readonly FlowRow[], told: Told): JourneyStages['values'] {
  const values = new Map<string, JourneyStages['values'][number]>();
  const add = (stage: JourneyFlowStage, code: string, orders: number): void => {
    const value = values.get(`${stage} ${code}`) ?? { stage, value: told(stage, code), orders: 0 };
    values.set(`${stage} ${code}`, { ...value, orders: value.orders + orders });
  };
  for (const { stage, from, orders } of flows) add(stage, from, orders);
  for (const code of stageCodes.back)
    for (const { stage, to, orders } of flows) if (stage === 'VOICE' && to === code) add('RETURN', code, orders);
  return [...values.values()];
}
