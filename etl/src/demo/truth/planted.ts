import { DAY, dayOf } from '../world/calendar.ts';
import { trainedFrom } from '../world/desk.ts';
import type { Shop } from '../world/shop.ts';
import type { Case } from '../lives/case.ts';
import type { Life } from '../lives/life.ts';
import type { Order } from '../lives/order.ts';
import { firstSatisfying } from '../lives/referral.ts';
import { standing } from '../lives/standing.ts';
import { BAD_BATCH, DAMAGE_WAVE, FAKE_BURSTS, FAST_CHAT, NEXT_DAY, OFFER, REFERS, TRAINING } from '../truths.ts';
import { isValid, type Share } from './tally.ts';

const rolledOut = { regions: new Set<string>(NEXT_DAY.regions), from: dayOf(NEXT_DAY.from) };
const fastFrom = dayOf(FAST_CHAT.from);
const wave = { from: dayOf(DAMAGE_WAVE.from), to: dayOf(DAMAGE_WAVE.to) };
const offerDay = dayOf(OFFER.on);
const dayOfMoment = (moment: number) => Math.floor(moment / DAY);

function hit(share: Share, yes: boolean): void {
  share[1]++;
  if (yes) share[0]++;
}

/** What happened, and what the same rolls would have given without the cause. */
const twice = () => ({ observed: [0, 0] as Share, without: [0, 0] as Share });
const stars = () => ({ reviews: 0, starsSum: 0, starsSumWithout: 0, positive: 0, positiveWithout: 0 });

const LATE_BANDS = [
  ['0-24', 24],
  ['24-48', 48],
  ['48-96', 96],
  ['96+', Infinity],
] as const;

/** The exact size of every planted effect in this shop, kept while it lives. */
export class Planted {
  readonly nextDay = { repurchase90: twice(), reviews: stars() };
  readonly fastChat = { csat: twice(), reviews: stars() };
  readonly damageWave = { parcels: 0, damaged: 0, noticed: 0, elsewhere: [0, 0] as Share };
  readonly badBatch = { orders: 0, complained: 0, inItsWords: { zh: 0, en: 0 } };
  readonly fakes = FAKE_BURSTS.map((burst) => ({ ...burst, reviews: [] as string[] }));
  readonly training = {
    trainedAfter: [0, 0] as Share,
    trainedBefore: [0, 0] as Share,
    othersAfter: [0, 0] as Share,
    othersBefore: [0, 0] as Share,
  };
  readonly loyal = { repurchase90: twice(), others: [0, 0] as Share };
  readonly late = {
    onTime: [0, 0] as Share,
    bands: Object.fromEntries(LATE_BANDS.map(([name]) => [name, { back: 0, orders: 0, factorSum: 0 }])),
  };
  readonly referred = { satisfied: [0, 0] as Share, others: [0, 0] as Share };
  readonly offer = { treated: [0, 0] as Share, holdOut: [0, 0] as Share };

  constructor(private readonly shop: Shop) {}

  life(life: Life): void {
    for (const order of life.orders) this.order(order);
    if (life.bought !== null) for (const order of life.orders) this.bought(life.bought, order);
    if (!life.customer) return;
    this.firstOrder(life.orders);
    this.referrals(life);
    this.offered(life);
  }

  private order(order: Order): void {
    for (const one of order.cases) this.contact(one);
    this.parcel(order);
    this.review(order);
    const batch = order.items.some((item) => item.batch === BAD_BATCH.batch);
    if (!batch || order.status !== 'delivered') return;
    this.badBatch.orders++;
    const complaint = order.cases.find(
      ({ contact }) => contact.topic === 'not_as_described' && this.shop.isSeen(contact.openedAt),
    );
    if (complaint) this.badBatch.complained++;
    if (complaint?.contact.words) this.badBatch.inItsWords[complaint.english ? 'en' : 'zh']++;
  }

  private bought(product: string, order: Order): void {
    const burst = this.fakes.find((one) => one.product === product);
    for (const review of order.reviews) burst?.reviews.push(review.id);
  }

  private contact(one: Case): void {
    const { topic, openedAt } = one.contact;
    const day = dayOfMoment(openedAt);
    const human = one.handledBy !== 'bot' && one.respondedAt !== null;
    if (
      human &&
      one.channel === FAST_CHAT.channel &&
      day >= fastFrom &&
      one.csat !== null &&
      this.shop.isSeen(one.csatAt)
    ) {
      hit(this.fastChat.csat.observed, one.csat >= 4);
      hit(this.fastChat.csat.without, (one.csatIfSlow ?? 0) >= 4);
    }
    if (topic !== TRAINING.topic || !one.agent) return;
    const now = standing((moment) => this.shop.isSeen(moment), one);
    if (!now.events.some(({ kind }) => kind === 'resolved')) return;
    const who = one.agent.trained ? 'trained' : 'others';
    hit(this.training[`${who}${day >= trainedFrom ? 'After' : 'Before'}`], now.reopens === 0);
  }

  private parcel(order: Order): void {
    const parcel = order.shipment;
    if (!parcel || order.status !== 'delivered' || parcel.handedOverAt === null) return;
    const damaged = order.memory.failures.includes('damaged');
    const noticed =
      parcel.scans.some((scan) => scan.kind === 'damaged') ||
      order.cases.some(({ contact }) => contact.topic === 'damaged' && this.shop.isSeen(contact.openedAt)) ||
      order.returns.some((one) => one.reason === 'damaged' && this.shop.isSeen(one.requestedAt));
    const day = dayOfMoment(parcel.handedOverAt);
    const inside =
      parcel.carrier.code === DAMAGE_WAVE.carrier &&
      order.place.code === DAMAGE_WAVE.region &&
      day >= wave.from &&
      day <= wave.to;
    if (!inside) return hit(this.damageWave.elsewhere, noticed);
    this.damageWave.parcels++;
    if (damaged) this.damageWave.damaged++;
    if (noticed) this.damageWave.noticed++;
  }

  private review(order: Order): void {
    const given = order.stars;
    if (!given) return;
    const add = (to: ReturnType<typeof stars>, without: number) => {
      to.reviews++;
      to.starsSum += given.score;
      to.starsSumWithout += without;
      if (given.score >= 4) to.positive++;
      if (without >= 4) to.positiveWithout++;
    };
    const day = dayOfMoment(order.orderedAt);
    if (rolledOut.regions.has(order.place.code) && day >= rolledOut.from)
      add(this.nextDay.reviews, given.withoutNextDay);
    const { contact } = given;
    if (
      contact &&
      contact.channel === FAST_CHAT.channel &&
      contact.handledBy !== 'bot' &&
      dayOfMoment(contact.contact.openedAt) >= fastFrom
    )
      add(this.fastChat.reviews, given.ifSlow);
  }

  /** The first valid order of a customer, and whether another valid day followed within 90. */
  private firstOrder(orders: readonly Order[]): void {
    const valid = orders.filter(isValid);
    const first = valid[0];
    if (!first) return;
    const day = dayOfMoment(first.orderedAt);
    if (day + 90 > this.shop.season.last) return;
    const next = valid.map((order) => dayOfMoment(order.orderedAt)).find((other) => other > day);
    const back = next !== undefined && next - day <= 90;
    const { decision, memory } = first;
    if (rolledOut.regions.has(first.place.code) && day >= rolledOut.from) {
      hit(this.nextDay.repurchase90.observed, back);
      hit(this.nextDay.repurchase90.without, back && (!decision || decision.roll < decision.withoutNextDay));
    }
    if (decision?.loyal) {
      hit(this.loyal.repurchase90.observed, back);
      hit(this.loyal.repurchase90.without, back && decision.roll < decision.withoutLoyalty);
    } else hit(this.loyal.others, back);
    if (first.status !== 'delivered' || memory.delay === 'not_delivered') return;
    if (memory.hoursLate <= 0) return hit(this.late.onTime, back);
    const band = this.late.bands[LATE_BANDS.find(([, below]) => memory.hoursLate < below)?.[0] ?? '96+'];
    if (!band || !decision) return;
    band.orders++;
    band.factorSum = Math.round((band.factorSum + decision.lateFactor) * 1e6) / 1e6;
    if (back) band.back++;
  }

  private referrals(life: Life): void {
    if (life.orders.length === 0) return;
    const satisfying = firstSatisfying(
      this.shop,
      life.orders.flatMap((order) => order.cases),
    );
    const from = satisfying?.csatAt ?? ((life.orders.at(-1)?.memory.knownOn ?? 0) + 1) * DAY;
    if (!this.shop.isSeen(from + REFERS.withinDays * DAY)) return;
    hit(satisfying ? this.referred.satisfied : this.referred.others, life.referral !== null);
  }

  private offered(life: Life): void {
    const arm = life.messages.find((one) => one.kind === 'campaign' && this.shop.isSeen(one.sentAt))?.arm;
    if (!arm) return;
    const ordered = life.orders.some((order) => {
      const day = dayOfMoment(order.orderedAt);
      return day >= offerDay && day < offerDay + OFFER.days;
    });
    hit(arm === 'treated' ? this.offer.treated : this.offer.holdOut, ordered);
  }
}
