import { useQuery } from '@tanstack/react-query';

import { request } from '../../api/graphql.ts';
import type { CustomerJourneyQuery, CustomerQuery, StoryOrderQuery } from '../../gql/graphql.ts';
import { customerQuery, journeyQuery, storyQuery } from './queries.ts';

export type Customer360 = NonNullable<CustomerQuery['customer']>;
export type JourneyEvent = NonNullable<CustomerJourneyQuery['customer']>['journey']['nodes'][number];
export type StoryOrder = NonNullable<StoryOrderQuery['order']>;

export interface WholeCustomer {
  customer: Customer360 | null;
  events: JourneyEvent[];
  total: number;
}

/** More pages than this are not fetched: the card says how many events there are in all. */
const MOST_PAGES = 6;

async function wholeJourney(id: string, signal: AbortSignal): Promise<Omit<WholeCustomer, 'customer'>> {
  const events: JourneyEvent[] = [];
  let after: string | null = null;
  let total = 0;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer: CustomerJourneyQuery = await request(journeyQuery, { id, after }, signal);
    const journey = answer.customer?.journey;
    if (!journey) break;
    events.push(...journey.nodes);
    total = journey.totalCount;
    after = journey.pageInfo.endCursor ?? null;
    if (!journey.pageInfo.hasNextPage) break;
  }
  return { events, total };
}

export function useCustomer(id: string) {
  return useQuery({
    queryKey: ['customer', id],
    queryFn: async ({ signal }): Promise<WholeCustomer> => {
      const [{ customer }, journey] = await Promise.all([
        request(customerQuery, { id }, signal),
        wholeJourney(id, signal),
      ]);
      return { customer: customer ?? null, ...journey, events: withAmounts(journey.events, customer) };
    },
  });
}

/** What was paid for an order in all, told with its placing. */
function withAmounts(events: readonly JourneyEvent[], customer: CustomerQuery['customer']): JourneyEvent[] {
  const paid = new Map(customer?.orders.nodes.map((order) => [order.id, order.paidTotal]));
  return events.map((event) => {
    const total = event.kind === 'ORDER_PLACED' ? paid.get(event.orderId ?? '') : undefined;
    return total && Number(total.amount) > 0 ? { ...event, amount: total } : event;
  });
}

/** What only the order of the story at hand has to tell: every scan, and what its failure cost. */
export function useStoryOrder(order: string | undefined) {
  return useQuery({
    queryKey: ['story', order],
    enabled: order !== undefined,
    queryFn: async ({ signal }) => (await request(storyQuery, { id: order ?? '' }, signal)).order ?? null,
  });
}
