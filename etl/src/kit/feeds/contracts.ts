import { calendarFeeds } from './calendar.ts';
import type { FeedContract, FeedParent } from './contract.ts';
import { customerFeeds } from './customers.ts';
import { eventFeeds } from './events.ts';
import { goodsFeeds } from './goods.ts';
import { feedNames, type FeedName } from './names.ts';
import { opinionFeeds } from './opinions.ts';
import { orderFeeds } from './orders.ts';
import { peopleFeeds } from './people.ts';
import { serviceFeeds } from './service.ts';

const areas = [
  calendarFeeds,
  goodsFeeds,
  peopleFeeds,
  customerFeeds,
  orderFeeds,
  opinionFeeds,
  serviceFeeds,
  eventFeeds,
];
const contracts = new Map(areas.flat().map((contract) => [contract.feed, contract]));

export function contractOf(feed: FeedName): FeedContract {
  const found = contracts.get(feed);
  if (!found) throw new Error(`No contract is declared for the feed ${feed}.`);
  return found;
}

export const allContracts: readonly FeedContract[] = feedNames.map(contractOf);

/** The feed of what a row may hang on. */
export const parentFeeds: Readonly<Record<FeedParent, FeedName>> = {
  order: 'orders',
  shipment: 'shipments',
  case: 'service_cases',
};
