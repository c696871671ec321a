import { consentPurposes, loyaltyEventKinds, origins, referralChannels, tiers } from '@rapport/model/vocabulary';
import { within } from './checks.ts';
import { contact, customer, parent, pointer, text, time, value } from './columns.ts';
import { defineFeed } from './contract.ts';
import { place } from './goods.ts';

/** Customers, who they turn out to be, and what they agreed to, earned and recommended. */
export const customerFeeds = [
  defineFeed({
    feed: 'customers',
    shape: 'customer',
    concept: 'customer',
    means: 'Who buys.',
    id: 'The customer’s id, as other feeds name it in customer_ref.',
    columns: {
      ...place,
      name: contact('Sealed before it reaches the database; declare it personal: encrypt.'),
      name_masked: text('The mask that goes with the sealed name; made by the loader.'),
      phone: contact('Sealed before it reaches the database; declare it personal: encrypt.'),
      phone_masked: text('The mask that goes with the sealed number; made by the loader.'),
      email: contact('Sealed before it reaches the database; declare it personal: encrypt.'),
      registered_at: time('When the customer signed up.'),
      origin: text('The traffic source that won the customer.', { known: origins }),
      birthday_month: value('smallint', '1 to 12.'),
    },
    checks: [within('birthday_month', 1, 12)],
    eventTime: 'registered_at',
  }),
  defineFeed({
    feed: 'customer_links',
    shape: 'link',
    concept: 'customer_link',
    means:
      'Two customers that are one person. Everything of the customer that is given up belongs to the other, also what comes later; chains are followed to their end. A link that is no longer delivered gives the rows back. Links that form a circle are refused: they are stored as refused and not followed.',
    id: 'The customer that is given up: a customer’s id, visitor:<visitor_ref> for a web visitor, or guest:<order id> for the guest of an order.',
    columns: {
      into_ref: customer('The customer it turned out to be.', { required: true }),
    },
    derived: {
      customer_id: `core.id_of('customer', {shop}, external_id)`,
      into_customer_id: `core.id_of('customer', {shop}, into_ref)`,
    },
    checks: [
      {
        reason: 'links_to_itself',
        field: 'into_ref',
        sql: 'into_ref <> external_id',
        says: 'into_ref is another customer than external_id',
      },
    ],
  }),
  defineFeed({
    feed: 'consents',
    shape: 'owned',
    concept: 'consent',
    means: 'Every decision about a use of data, one row a decision; the latest for a purpose holds.',
    id: 'The decision’s id.',
    columns: {
      customer_ref: customer('Who decided.', { required: true }),
      purpose: text('What for.', { required: true, known: consentPurposes }),
      granted: value('boolean', 'True: agreed; false: refused or withdrawn.', { required: true }),
      decided_at: time('When.', { required: true }),
    },
    eventTime: 'decided_at',
  }),
  defineFeed({
    feed: 'loyalty_events',
    shape: 'owned',
    concept: 'loyalty_event',
    means:
      'The ledger of membership: points, tiers, benefits. A balance or tier at a time is what the rows up to then say.',
    id: 'The entry’s id.',
    columns: {
      customer_ref: customer('Whose it is, where it names no order.'),
      order_ref: parent('order', 'The order that earned or spent points.'),
      kind: text('What happened.', { required: true, only: loyaltyEventKinds }),
      points: value('integer', 'Signed: earned above zero, spent and expired below.', { fallback: '0' }),
      tier_from: text('Of tier_changed: the tier before; empty: none.', { known: tiers }),
      tier_to: text('Of joined and tier_changed: the tier from then on.', { known: tiers }),
      benefit: text('Of benefit_used and care: which one, such as birthday_gift or free_shipping.'),
      occurred_at: time('When.', { required: true }),
    },
    derived: { occurred_on: '(occurred_at at time zone {zone})::date' },
    eventTime: 'occurred_at',
  }),
  defineFeed({
    feed: 'referrals',
    shape: 'owned',
    concept: 'referral',
    means: 'Recommendations to a friend.',
    id: 'The recommendation’s id.',
    columns: {
      customer_ref: customer('Who recommends, where no case is named.'),
      case_ref: parent('case', 'The contact it followed.'),
      channel: text('How it was passed on.', { known: referralChannels }),
      referred_at: time('When.', { required: true }),
      friend_ref: pointer('customer', 'friend_id', 'The friend, once a customer.'),
      joined_at: time('When the friend signed up.'),
      first_ordered_at: time('When the friend first ordered.'),
    },
    derived: { referred_on: '(referred_at at time zone {zone})::date' },
    eventTime: 'referred_at',
  }),
];
