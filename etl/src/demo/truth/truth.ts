import { places } from '../world/places.ts';
import type { FileTruth } from '../files/system-file.ts';
import * as constants from '../truths.ts';
import type { FeedCounts } from './feed-counts.ts';
import type { Planted } from './planted.ts';
import type { Tally } from './tally.ts';

export interface TruthHead {
  orders: number;
  months: number;
  seed: string;
  zone: string;
  firstDay: string;
  asOf: string;
  rows: number; // in all files, nested events included
}

export type Truth = {
  shop: 'demo';
  currency: 'CNY';
  of: TruthHead;
  files: Record<string, FileTruth>;
  feeds: FeedCounts['feeds'];
  planted: ReturnType<typeof plantedTruth>;
} & Pick<Tally, 'orders' | 'customers' | 'money' | 'delivery' | 'reviews' | 'repurchase' | 'backWithin90ByFirstDelay'>;

const remote = places.filter((place) => place.remote).map((place) => place.code);
const others = (...left: (readonly string[])[]) =>
  places.map(({ code }) => code).filter((code) => ![remote, ...left].some((list) => list.includes(code)));

/** Each effect: what was planted, the size it has in this shop, and from how many orders on it can be told from chance. */
function plantedTruth(found: Planted) {
  const { NEXT_DAY, FAST_CHAT, DAMAGE_WAVE, BAD_BATCH, TRAINING, LOYALTY, THANK_YOU_CARD, REFERS, OFFER, COMES_BACK } =
    constants;
  return {
    a: {
      what: 'Next-day delivery, rolled out in some regions, raises 90-day repurchase after the first valid order and the stars of written reviews.',
      parameters: {
        ...NEXT_DAY,
        comesBackTimes: COMES_BACK.nextDay,
        stars: constants.STARS.on_time,
        starsNextDay: constants.STARS_NEXT_DAY,
      },
      controls: others(NEXT_DAY.regions),
      realised: found.nextDay,
      foundFrom: 60_000,
    },
    b: {
      what: 'Faster first human answers on the chat raise CSAT and the share of positive reviews after a contact.',
      parameters: FAST_CHAT,
      controls: ['phone', 'email', 'form', 'social', 'platform', 'regulator'],
      realised: found.fastChat,
      foundFrom: 20_000,
    },
    c: {
      what: 'One carrier damages parcels handed over for one region on nine days.',
      parameters: DAMAGE_WAVE,
      realised: found.damageWave,
      foundFrom: 40_000,
    },
    d: {
      what: 'One batch is not as described, in words of its own.',
      parameters: BAD_BATCH,
      realised: found.badBatch,
      foundFrom: 20_000,
    },
    e: {
      what: 'Bought five-star reviews in bursts.',
      parameters: { bursts: constants.FAKE_BURSTS, ...constants.FAKES },
      realised: found.fakes,
      foundFrom: 20_000,
    },
    f: {
      what: 'Trained agents solve more cases of one topic without a reopening.',
      parameters: TRAINING,
      realised: found.training,
      foundFrom: 40_000,
    },
    g: {
      what: 'Members of silver or better at their first valid order come back more often. Before a first order the tier is a matter of lot, so habit has no part in it.',
      parameters: { ...LOYALTY, comesBackTimes: COMES_BACK.loyal },
      realised: found.loyal,
      foundFrom: 60_000,
    },
    h: {
      what: 'A thank-you card changes nothing.',
      parameters: THANK_YOU_CARD,
      controls: others(NEXT_DAY.regions, THANK_YOU_CARD.regions),
      realised: { effect: 0 },
      foundFrom: null,
    },
    i: {
      what: 'A parcel h hours late leaves max(least, exp(-h / hours)) of the chance to come back.',
      parameters: { hours: COMES_BACK.lateHours, least: COMES_BACK.lateLeast },
      realised: found.late,
      foundFrom: 20_000,
    },
    j: {
      what: 'Customers refer a friend after their first contact with a CSAT of 4 or 5.',
      parameters: REFERS,
      realised: found.referred,
      foundFrom: 20_000,
    },
    offer: {
      what: 'An offer with a hold-out draws forward who would come back anyway.',
      parameters: OFFER,
      realised: found.offer,
      foundFrom: 60_000,
    },
    comesBack: COMES_BACK,
  };
}

export function truthOf(
  of: Omit<TruthHead, 'rows'>,
  files: [string, FileTruth][],
  { feeds }: FeedCounts,
  tally: Tally,
  planted: Planted,
): Truth {
  const nested: FileTruth = {
    records: feeds['case_events']?.rows ?? 0,
    accepted: feeds['case_events']?.rows ?? 0,
    refused: {},
    duplicates: 0,
    superseded: 0,
    pending: 0,
  };
  const all = Object.fromEntries([...files, ['demo_helpdesk/tickets.json#events', nested] as const]);
  const rows = Object.values(all).reduce((sum, file) => sum + file.records, 0);
  const { orders, customers, money, delivery, reviews, repurchase, backWithin90ByFirstDelay } = tally;
  return {
    shop: 'demo',
    currency: 'CNY',
    of: { ...of, rows },
    files: all,
    feeds,
    planted: plantedTruth(planted),
    orders,
    customers,
    money,
    delivery,
    reviews,
    repurchase,
    backWithin90ByFirstDelay,
  };
}
