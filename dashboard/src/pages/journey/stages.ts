import type { SankeyFlow, SankeyNode, Step, StepEdge, Tone } from '../../charts/index.ts';
import type { JourneyFlowQuery, JourneyFlowStage, JourneyStagesQuery } from '../../gql/graphql.ts';
import type { Lang } from '../../metric/types.ts';

export type Stages = JourneyStagesQuery['journeyStages'];

export const stageOrder = ['SEGMENT', 'DELIVERY', 'VOICE', 'RETURN'] as const satisfies readonly JourneyFlowStage[];

/** Good, bad or neither: by meaning, not by size. */
const tones: Readonly<Record<string, Tone>> = {
  on_time: 'good',
  good_review: 'good',
  back: 'good',
  late: 'bad',
  bad_review: 'bad',
  complained: 'bad',
  gone: 'bad',
  not_delivered: 'warn',
  middling: 'warn',
};

/** Columns from the top as the API orders them, with the share of each in its column. */
export function sankeyColumns(
  { values }: Pick<Stages, 'values'>,
  lang: Lang,
  write: { share(share: number): string },
): SankeyNode[][] {
  return stageOrder.map((stage) => {
    const own = values.filter((value) => value.stage === stage);
    const whole = own.reduce((sum, { orders }) => sum + orders, 0);
    return own.map(({ value, orders }) => ({
      key: value.code,
      label: value.label[lang],
      value: orders,
      tone: stage === 'SEGMENT' ? ('now' as const) : (tones[value.code] ?? ('then' as const)),
      note: write.share(whole > 0 ? orders / whole : 0),
    }));
  });
}

export const sankeyFlows = ({ flows }: Pick<Stages, 'flows'>): SankeyFlow[] =>
  flows.map(({ stage, from, to, orders, share, low, high, medianSeconds }) => ({
    column: stageOrder.indexOf(stage),
    from: from.code,
    to: to.code,
    value: orders,
    share,
    low,
    high,
    medianSeconds: medianSeconds ?? null,
    marking: { 'data-flow': `${stage} ${from.code} ${to.code}`, 'data-orders': String(orders) },
  }));

/** What the list of orders is asked for behind a node or a flow: the names of its ends. */
const pathKeys = ['segment', 'delivery', 'voice', 'back'] as const;
export const OTHERS = '*';

/** As the address of the list of orders carries it; undefined where no list can: all segments beyond the largest. */
export function pathOf(
  ends: readonly { column: number; key: string }[],
  by: string,
  outcome: string | undefined,
): string[] | undefined {
  if (ends.some(({ key }) => key === OTHERS)) return undefined;
  return [
    ...ends.map(({ column, key }) => `${pathKeys[column]}:${key}`),
    ...(ends.some(({ column }) => column === 0) ? [`by:${by}`] : []),
    ...(outcome && outcome !== 'ALL' ? [`outcome:${outcome}`] : []),
  ];
}

/** The order in which steps usually happen. */
const usual = [
  'first_touch',
  'ordered',
  'deposit_paid',
  'paid',
  'approved',
  'canceled',
  'handed_over',
  'first_scan',
  'delay_notified',
  'first_attempt',
  'delivered',
  'contacted',
  'complained',
  'compensated',
  'return_requested',
  'refunded',
  'reviewed',
  'end',
];

export function stepsOf(
  { nodes, edges }: JourneyFlowQuery['journeySteps'],
  lang: Lang,
): { steps: Step[]; edges: StepEdge[] } {
  const end = edges.find(({ to }) => to.code === 'end')?.to;
  const steps: Step[] = [
    ...nodes.map(({ step, orders }) => ({ key: step.code, label: step.label[lang], count: orders })),
    ...(end ? [{ key: end.code, label: end.label[lang] }] : []),
  ];
  return {
    steps: steps.toSorted((a, b) => usual.indexOf(a.key) - usual.indexOf(b.key)),
    edges: edges.map(({ from, to, orders, share, medianSeconds, p90Seconds }) => ({
      from: from.code,
      to: to.code,
      count: orders,
      share,
      medianSeconds: medianSeconds ?? null,
      p90Seconds: p90Seconds ?? null,
    })),
  };
}
