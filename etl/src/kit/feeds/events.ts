import { caseEventKinds, origins, touchpointKinds, trackingEventKinds } from '@rapport/model/vocabulary';
import { notNegative, within } from './checks.ts';
import { code, customer, parent, pointer, reference, text, time, value } from './columns.ts';
import { defineFeed } from './contract.ts';

/** What happened, moment by moment. */
export const eventFeeds = [
  defineFeed({
    feed: 'tracking_events',
    shape: 'event',
    concept: 'tracking_event',
    means: 'Scans of parcels.',
    id: 'The scan’s id within its parcel (a number or its time will do).',
    columns: {
      shipment_ref: parent('shipment', 'The parcel.', { required: true }),
      kind: text('What happened.', { required: true, only: trackingEventKinds }),
      occurred_at: time('When it happened.', { required: true }),
      recorded_at: time('When the customer could see it.'),
      station_code: code('stations', 'Where.'),
      detail: text('What the carrier says.'),
    },
    at: 'occurred_at',
    eventTime: 'occurred_at',
  }),
  defineFeed({
    feed: 'case_events',
    shape: 'event',
    concept: 'case_event',
    means: 'Steps of cases.',
    id: 'The step’s id within its case.',
    columns: {
      case_ref: parent('case', 'The case.', { required: true }),
      kind: text('What happened.', { required: true, only: caseEventKinds }),
      occurred_at: time('When.', { required: true }),
      agent_code: code('agents', 'Who did it.'),
      team: text('The team in charge then.'),
      detail: text('Of state: the state it went to; else what the desk says.'),
    },
    at: 'occurred_at',
    eventTime: 'occurred_at',
  }),
  defineFeed({
    feed: 'touchpoints',
    shape: 'event',
    concept: 'touchpoint',
    means:
      'What visitors do on the site or in the app. A row that names no customer belongs to the visitor, until customer_links says who visitor:<visitor_ref> is.',
    id: 'The event’s id, unique in the shop.',
    columns: {
      customer_ref: customer('Who it was, where known.'),
      visitor_ref: text('The visitor (device, browser); empty: the visit stands for the visitor.'),
      visit_ref: text('The visit (session).', { required: true }),
      kind: text('What happened.', { required: true, only: touchpointKinds }),
      occurred_at: time('When.', { required: true }),
      origin: text('The traffic source of the visit.', { known: origins }),
      product_ref: reference('product', 'The product seen, put in the cart or recommended.'),
      query: text('Of a search: what was typed.', { personal: true }),
      results: value('integer', 'Of a search: how many results.'),
      rating: value('numeric(2,1)', 'The rating displayed with the product, 0 to 5.'),
      load_ms: value('integer', 'Of a page: milliseconds until it was there.'),
      order_ref: pointer('order', 'order_id', 'Of paid: the order.'),
    },
    derived: { occurred_on: '(occurred_at at time zone {zone})::date' },
    checks: [within('rating', 0, 5), notNegative('results'), notNegative('load_ms')],
    at: 'occurred_at',
    eventTime: 'occurred_at',
  }),
];
