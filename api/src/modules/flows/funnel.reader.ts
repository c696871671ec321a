import { dimensionCondition, type FactName } from '@rapport/model/metrics';
import type { Queryable } from '@rapport/model/schema';
import { Conditions } from '../../platform/database/conditions.ts';
import { labelled } from '../../platform/graphql/code.type.ts';
import { assertInOrder } from '../../platform/graphql/refusal.ts';
import type { FunnelArguments, FunnelKind, FunnelStep } from './flow.type.ts';
import { steps } from './flow.words.ts';

/** A step, when a row j has come to it, and how long that took since the step before, where times are kept. */
interface Rung {
  step: string;
  reached: string;
  seconds?: string;
}

interface Funnel {
  fact: FactName;
  relation: string;
  day: string;
  rungs: readonly Rung[];
}

const between = (from: string, to: string): string => `extract(epoch from ${to} - ${from})`;
const paid = 'coalesce(j.paid_at, j.approved_at)';
const handedOver: Rung = {
  step: 'handed_over',
  reached: 'j.handed_over_at is not null',
  seconds: between(paid, 'j.handed_over_at'),
};
const delivered: Rung = {
  step: 'delivered',
  reached: 'j.delivered_at is not null',
  seconds: between('j.handed_over_at', 'j.delivered_at'),
};

const funnels: Record<FunnelKind, Funnel> = {
  ORDER: {
    fact: 'orders',
    relation: 'journey.order_journey',
    day: 'ordered_on',
    rungs: [
      { step: 'ordered', reached: 'true' },
      { step: 'paid', reached: 'j.payments_count > 0', seconds: between('j.ordered_at', paid) },
      handedOver,
      delivered,
      { step: 'reviewed', reached: 'j.reviews_count > 0', seconds: between('j.delivered_at', 'j.first_answered_at') },
    ],
  },
  RETURN: {
    fact: 'returns',
    relation: 'journey.return_journey',
    day: 'requested_on',
    rungs: [
      { step: 'requested', reached: 'true' },
      { step: 'granted', reached: 'j.approved_at is not null', seconds: between('j.requested_at', 'j.approved_at') },
      { step: 'sent_back', reached: 'j.shipped_at is not null', seconds: 'j.ship_back_seconds' },
      { step: 'received', reached: 'j.received_at is not null', seconds: 'j.way_back_seconds' },
      { step: 'refunded', reached: 'j.refunded_at is not null', seconds: 'j.refund_seconds' },
    ],
  },
  VISIT: {
    fact: 'visits',
    relation: 'journey.visit_journey',
    day: 'visited_on',
    rungs: [
      { step: 'visited', reached: 'true' },
      { step: 'viewed', reached: 'j.viewed' },
      { step: 'carted', reached: 'j.carted' },
      { step: 'checked_out', reached: 'j.checked_out' },
      { step: 'paid', reached: 'j.paid' },
    ],
  },
  DEPOSIT: {
    fact: 'orders',
    relation: '(select * from journey.order_journey o where o.deposit_paid_at is not null)',
    day: 'ordered_on',
    rungs: [
      { step: 'deposit_paid', reached: 'true' },
      {
        step: 'balance_paid',
        reached: 'j.balance_paid_at is not null',
        seconds: between('j.deposit_paid_at', 'j.balance_paid_at'),
      },
      { ...handedOver, seconds: between('j.balance_paid_at', 'j.handed_over_at') },
      delivered,
    ],
  },
};

/** Numbers only: every text beside them is ours. */
const columns = (rungs: readonly Rung[]): string =>
  rungs
    .map(({ reached, seconds }, nth) => {
      const percentile = (at: number): string =>
        seconds
          ? `percentile_cont(${at}) within group (order by ${seconds}) filter (where ${reached})`
          : 'null::float8';
      return `count(*) filter (where ${reached}) as count${nth}, ${percentile(0.5)} as median${nth}, ${percentile(0.9)} as ninety${nth}`;
    })
    .join(', ');

export async function readFunnel(
  db: Queryable,
  { kind, period, shop, where }: FunnelArguments,
  fewest: number,
): Promise<FunnelStep[]> {
  assertInOrder('period', period.from, period.to);
  const { fact, relation, day, rungs } = funnels[kind];
  const conditions = new Conditions();
  conditions.and(`j.${day} between ${conditions.bind(period.from)}::date and ${conditions.bind(period.to)}::date`);
  conditions.given(shop, (code) => `j.shop = ${code}`);
  if (where?.length) conditions.merge(dimensionCondition(where, 1, fact));
  const { rows } = await db.query<Record<string, number | null>>(
    `/* funnel */ select ${columns(rungs)} from ${relation} j where ${conditions.sql}`,
    conditions.values,
  );
  const whole = rows[0]?.['count0'] ?? 0;
  return rungs.map(({ step }, nth) => {
    const count = rows[0]?.[`count${nth}`] ?? 0;
    const shown = count === 0 || count >= fewest;
    return {
      step: labelled(steps, step),
      count: shown ? count : 0,
      share: shown && whole > 0 ? count / whole : null,
      medianSeconds: shown ? (rows[0]?.[`median${nth}`] ?? null) : null,
      p90Seconds: shown ? (rows[0]?.[`ninety${nth}`] ?? null) : null,
    };
  });
}
