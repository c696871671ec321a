import { calendarKinds, costKinds } from '@rapport/model/vocabulary';
import { inOrder } from './checks.ts';
import { amount, code, day, text, value } from './columns.ts';
import { defineFeed } from './contract.ts';

const title = {
  label_en: text('Its name in English.'),
  label_zh: text('Its name in Chinese.'),
};

/** Code lists, and what the shop knows about days and money. */
export const calendarFeeds = [
  defineFeed({
    feed: 'regions',
    shape: 'code',
    concept: 'region',
    means: 'Regions that customers, orders, merchants and stations name.',
    id: 'The code other feeds name in region_code.',
    columns: title,
  }),
  defineFeed({
    feed: 'categories',
    shape: 'code',
    concept: 'category',
    means: 'Categories of products.',
    id: 'The code products name in category_code.',
    columns: title,
  }),
  defineFeed({
    feed: 'calendar_events',
    shape: 'code',
    concept: 'calendar_event',
    means:
      'Days that explain a figure: promotions, holidays, public relations, incidents. One row an occurrence (double11_2025).',
    id: 'A code of its own for each occurrence.',
    columns: {
      ...title,
      kind: text('What it is.', { required: true, only: calendarKinds }),
      starts_on: day('First day.', { required: true }),
      ends_on: day('Last day, the same as the first for a single day.', { required: true }),
    },
    checks: [inOrder('starts_on', 'ends_on')],
  }),
  defineFeed({
    feed: 'initiatives',
    shape: 'code',
    concept: 'initiative',
    means: 'Programmes that claim to improve something: what, where, from when.',
    id: 'The code of the initiative.',
    columns: {
      ...title,
      metric: text('Id of the metric it wants to move, such as REPURCHASE_RATE_90D.'),
      claim_en: text('What it claims, in English.'),
      claim_zh: text('What it claims, in Chinese.'),
      scope_dimension: text('The dimension by which it was rolled out, such as REGION; empty: the whole shop.'),
      scope_values: text('Codes of that dimension it reached, separated by single spaces.'),
      starts_on: day('First day.', { required: true }),
      ends_on: day('Last day; empty: it goes on.'),
      cost: amount('What it cost in all, in the shop’s currency.'),
    },
    checks: [inOrder('starts_on', 'ends_on')],
  }),
  defineFeed({
    feed: 'geolocations',
    shape: 'content',
    concept: 'geolocation',
    means: 'Points of postal areas. The whole row is the key; repeats are dropped.',
    id: '',
    columns: {
      zip_prefix: text('The postal area.', { required: true }),
      latitude: value('double precision', 'Degrees north.', { required: true }),
      longitude: value('double precision', 'Degrees east.', { required: true }),
      city: text('The city as the source spells it.'),
      region_code: text('The region’s code.'),
    },
    checks: [
      {
        reason: 'number_out_of_range',
        field: 'latitude',
        sql: 'latitude between -90 and 90',
        says: 'latitude is from -90 to 90',
      },
      {
        reason: 'number_out_of_range',
        field: 'longitude',
        sql: 'longitude between -180 and 180',
        says: 'longitude is from -180 to 180',
      },
    ],
  }),
  defineFeed({
    feed: 'costs',
    shape: 'reference',
    concept: 'cost',
    means: 'Money that belongs to no single order: campaigns, advertising, desk hours.',
    id: 'The entry’s id.',
    columns: {
      kind: text('What it was spent on.', { required: true, only: costKinds }),
      origin: text('The traffic source a campaign buys, as in orders.origin.'),
      spent_on: day('The day it is counted on.', { required: true }),
      amount: amount('In the shop’s currency; a refund is negative.', { required: true }),
    },
    eventTime: 'spent_on',
  }),
  defineFeed({
    feed: 'fx_rates',
    shape: 'reference',
    concept: 'fx_rate',
    means: 'Exchange rates by day.',
    id: 'One id a day and pair, such as 2025-01-02:USD:CNY.',
    columns: {
      day: day('The day the rate holds for.', { required: true }),
      from_currency: value('char(3)', 'ISO 4217 code.', { required: true }),
      to_currency: value('char(3)', 'ISO 4217 code.', { required: true }),
      rate: value('numeric(18,9)', 'Units of to_currency for one of from_currency.', { required: true }),
    },
    checks: [{ reason: 'not_positive', field: 'rate', sql: 'rate > 0', says: 'rate is above zero' }],
    eventTime: 'day',
  }),
  defineFeed({
    feed: 'carriers',
    shape: 'code',
    concept: 'carrier',
    means: 'Who carries parcels.',
    id: 'The code shipments name in carrier_code.',
    columns: title,
  }),
  defineFeed({
    feed: 'stations',
    shape: 'code',
    concept: 'station',
    means: 'Couriers’ stations 网点: the last place a parcel is handled before the door.',
    id: 'The code shipments and tracking events name in station_code.',
    columns: {
      ...title,
      carrier_code: code('carriers', 'The carrier it works for.'),
      region_code: code('regions', 'The region it lies in.'),
      city: text('Its city.'),
    },
  }),
];
