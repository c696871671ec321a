import { sentences, type PageAnswer } from '../../answer/sentence.ts';
import type { Formatter } from '../../format/index.ts';
import type { Translate } from '../../i18n/index.ts';
import { daysBetween, momentOf, type Silence, type Story } from './stories.ts';
import type { Customer360, JourneyEvent, StoryOrder } from './use-customer.ts';

const first = (events: readonly JourneyEvent[], kind: JourneyEvent['kind']): JourneyEvent | undefined =>
  events.find((event) => event.kind === kind);

const starsOf = (event: JourneyEvent): number => Number(/(\d) stars?$/.exec(event.title.en)?.[1] ?? 0);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What went wrong, the promise first; nothing is repeated that follows from what was said. */
function failures(
  story: Story,
  silences: readonly Silence[],
  order: StoryOrder | null,
  t: Translate,
  format: Formatter,
) {
  const codes = new Set(order?.failures.map(({ value }) => value));
  const late = first(story.trouble, 'DELIVERED');
  const review = first(story.trouble, 'REVIEW_ANSWERED');
  const refund = first(story.trouble, 'REFUNDED');
  const silence = silences.toSorted((a, b) => b.seconds - a.seconds)[0];
  const goods = (['damaged', 'lost', 'wrong_item', 'not_as_described', 'quality'] as const).find((code) =>
    codes.has(code),
  );
  const [reopened, solved] = [first(story.trouble, 'CASE_REOPENED'), first(story.trouble, 'CASE_RESOLVED')];
  const contact =
    late || goods
      ? undefined
      : story.events.find((event) => event.kind === 'CASE_OPENED' && event.orderId === story.order);
  return [
    contact ? format.say(contact.title) : null,
    late ? t('customer.wasLate', { gap: format.duration(late.gapSeconds) }) : null,
    goods ? t(`customer.was_${goods}`) : null,
    silence ? t('customer.wasSilent', { gap: format.duration(silence.seconds) }) : null,
    refund ? t('customer.wasRefundLate', { gap: format.duration(refund.gapSeconds) }) : null,
    reopened && contact ? t('customer.wasReopened') : null,
    solved && contact ? t('customer.wasSolvedLate', { gap: format.duration(solved.gapSeconds) }) : null,
    first(story.trouble, 'CASE_ESCALATED') ? t('customer.wasEscalated') : null,
    review ? t('customer.wasReview', { count: starsOf(review), n: format.count(starsOf(review)) }) : null,
  ].filter((part) => part !== null);
}

/** What the shop did about it and what the customer did then, in the order it happened. */
function sequel(story: Story, own: readonly JourneyEvent[], t: Translate, format: Formatter): string {
  const made = first(own, 'COMPENSATED');
  const rated = own.findLast((event) => event.kind === 'CASE_RATED');
  const changed = own.findLast((event) => event.kind === 'REVIEW_CHANGED' && event.tone === 'good');
  const wrong = story.trouble[0];
  const days = story.next ? daysBetween((wrong ?? story.placed).on, story.next.on) : 0;
  const moments = [
    made?.amount ? { event: made, text: t('customer.thenMadeGood', { amount: format.money(made.amount) }) } : null,
    rated ? { event: rated, text: t('customer.thenRated', { n: /\d/.exec(rated.title.en)?.[0] ?? '' }) } : null,
    changed ? { event: changed, text: t('customer.thenChanged', { n: format.count(starsOf(changed)) }) } : null,
    ...[first(own, 'REFERRED')].map((event) => (event ? { event, text: t('customer.thenReferred') } : null)),
    story.next
      ? {
          event: story.next,
          text: t(wrong ? 'customer.thenOrderedAfter' : 'customer.thenOrdered', {
            count: days,
            days: format.count(days),
          }),
        }
      : null,
  ].filter((moment) => moment !== null);
  const parts = moments.toSorted((a, b) => momentOf(a.event) - momentOf(b.event)).map(({ text }) => text);
  return [...parts, ...(story.next ? [] : [t('customer.thenNothing')])].join(t('customer.comma'));
}

/** One story: what was promised and failed, what the shop did about it, and what the customer did next. */
export function storyAnswer(
  story: Story,
  told: { order: StoryOrder | null; silences: readonly Silence[] },
  t: Translate,
  format: Formatter,
): PageAnswer {
  const own = story.events.filter((event) => event.orderId === story.order || event.kind === 'REFERRED');
  const wrong = failures(story, told.silences, told.order, t, format);
  const delivered = first(own, 'DELIVERED');
  const lead =
    wrong.length > 0
      ? wrong.join(t('customer.comma'))
      : story.trouble.length > 0
        ? story.trouble
            .slice(0, 2)
            .map((event) => format.say(event.title))
            .join(t('customer.comma'))
        : t(delivered ? 'customer.allWell' : 'customer.stillOpen');
  return {
    lead: `${capital(lead)}${t('customer.stop')}`,
    rest: capital(t('customer.then', { what: sequel(story, own, t, format) })),
  };
}

/** The relation as two sentences: how often they came and whether the promises held; then the last thing that happened. */
export function customerAnswer(customer: Customer360, t: Translate, format: Formatter): PageAnswer {
  const orders = t('customer.leadOrders', { count: customer.ordersCount, n: format.count(customer.ordersCount) });
  const broken = customer.promisesDue - customer.promisesKept;
  const promises =
    customer.promisesDue === 0
      ? t('customer.leadNoDue')
      : broken === 0
        ? t('customer.leadAllKept')
        : t('customer.leadBroken', { n: format.count(broken), due: format.count(customer.promisesDue) });
  const last = customer.orders.nodes.toSorted((a, b) => b.orderedOn.localeCompare(a.orderedOn))[0];
  const lead = `${orders}${t('customer.comma')}${promises}`;
  if (!last) return { lead, rest: null };
  const days = last.delayDays;
  const fate = !last.valid
    ? t('customer.lastInvalid')
    : days === null || days === undefined
      ? t('customer.lastOpen')
      : days > 0
        ? t('customer.lastLate', { days: format.count(days) })
        : t('customer.lastKept');
  return {
    lead,
    rest: sentences(
      [t('customer.last', { day: format.day(last.orderedOn), fate }), customer.loyal ? t('customer.isLoyal') : null],
      format,
    ),
  };
}
