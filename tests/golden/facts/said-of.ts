import type { Row } from '../../testkit/shop-tables.ts';
import type { Shop } from '../../testkit/shop.ts';
import { dice } from '../random-shop.ts';

const HOUR = 3_600_000;

/** Gives rows of a random shop the columns that journeys can do without, so that a shop tells everything a metric may need. */
export function sayEverything(made: Shop, seed: number): void {
  const { below, pick, chance } = dice(seed);
  const maybe = <T>(share: number, value: T): T | null => (chance(share) ? value : null);
  const after = (at: unknown, hours: number) => new Date(Date.parse(String(at)) + below(hours) * HOUR).toISOString();

  const said: Partial<Record<Parameters<Shop['all']>[0], (row: Row) => Row>> = {
    shipments: ({ handed_over_at: from }) => ({
      waybill: maybe(0.8, `W${below(1e9)}`),
      packaging: maybe(0.7, pick(['carton', 'recycled'])),
      inspected: maybe(0.6, chance(0.5)),
      ...(from && chance(0.3) ? { slot_from: after(from, 40), slot_to: after(from, 90) } : {}),
    }),
    service_cases: ({ opened_at: at }) => ({
      handed_over_at: maybe(0.4, after(at, 2)),
      human_joined_at: maybe(0.3, after(at, 3)),
      call_answered: maybe(0.4, chance(0.8)),
      waited_seconds: maybe(0.5, below(90)),
      call_back_promised_at: maybe(0.3, after(at, 30)),
      called_back_at: maybe(0.3, after(at, 30)),
      tone_start: maybe(0.7, below(3) - 1),
      tone_end: maybe(0.7, below(3) - 1),
      flow_followed: maybe(0.7, chance(0.8)),
      escalated_to: maybe(0.1, pick(['platform', 'regulator'])),
      satisfied_with_outcome: maybe(0.4, chance(0.6)),
    }),
    returns: ({ requested_at: at }) => ({
      approved_at: maybe(0.6, after(at, 50)),
      rejected_at: maybe(0.1, after(at, 50)),
      due_at: maybe(0.6, after(at, 200)),
      policy: maybe(0.6, pick(['seven_day', 'worry_free'])),
      stepped_in_at: maybe(0.2, after(at, 90)),
      decided_for: maybe(0.2, pick(['customer', 'merchant'])),
    }),
    reviews: ({ review_ref: ref }) => ({ follow_up_of: maybe(0.1, ref) }),
    surveys: ({ answered_at: at, kind }) => ({
      closed_at: at && chance(0.5) ? after(at, 500) : null,
      ...(kind === 'csat' ? { subject: pick(['service', 'delivery', 'product']) } : {}),
    }),
    referrals: ({ referred_at: at }) => ({
      joined_at: maybe(0.5, after(at, 900)),
      first_ordered_at: maybe(0.4, after(at, 3000)),
    }),
    messages: ({ kind }) =>
      kind === 'campaign' ? { kind: pick(['campaign', 'review_invitation', 'care']), arm: maybe(0.6, 'treated') } : {},
    loyalty_events: ({ tier_to: tier }) => (tier ? {} : { kind: pick(['benefit_used', 'earned', 'spent', 'care']) }),
  };
  for (const [table, of] of Object.entries(said))
    for (const row of made.all(table as Parameters<Shop['all']>[0])) Object.assign(row, of(row));
}
