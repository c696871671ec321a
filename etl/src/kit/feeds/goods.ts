import { certificateKinds, inspectionOutcomes, sanctionMeasures, violations } from '@rapport/model/vocabulary';
import { inOrder, notNegative } from './checks.ts';
import { amount, code, day, reference, text, value } from './columns.ts';
import { defineFeed } from './contract.ts';

export const place = {
  region_code: code('regions', 'The region’s code.'),
  city: text('The city as the source spells it.'),
  zip_prefix: text('The leading part of the postal code.'),
};

/** Merchants, what they sell, and what they must prove. */
export const goodsFeeds = [
  defineFeed({
    feed: 'merchants',
    shape: 'reference',
    concept: 'merchant',
    means: 'Who sells on the shop’s platform.',
    id: 'The merchant’s id.',
    columns: {
      title: text('Its trading name.'),
      ...place,
      admitted_on: day('When it was let in.'),
      certificate_required: value('boolean', 'It sells what needs a certificate (food, cosmetics, baby goods).'),
    },
  }),
  defineFeed({
    feed: 'products',
    shape: 'reference',
    concept: 'product',
    means: 'What is sold.',
    id: 'The product’s id.',
    columns: {
      title: text('Its title on the page.'),
      category_code: code('categories', 'Its category.'),
      name_length: value('integer', 'Characters of the title.'),
      description_length: value('integer', 'Characters of the description.'),
      photos: value('integer', 'Photos on the page.'),
      weight_g: value('integer', 'Grams.'),
      length_cm: value('integer', 'Centimetres.'),
      height_cm: value('integer', 'Centimetres.'),
      width_cm: value('integer', 'Centimetres.'),
      merchant_ref: reference('merchant', 'Who sells it.'),
      brand: text('Its brand.'),
      listed_on: day('When it could first be bought.'),
      price: amount('The list price of one unit, in the shop’s currency.'),
      batch: text('The batch of the goods now in stock.'),
      attributes_required: value('integer', 'Facts a page of its category must state.'),
      attributes_given: value('integer', 'Of those, how many it states.'),
    },
    checks: [notNegative('attributes_required'), notNegative('attributes_given')],
    carried: ['category_code', 'merchant_id', 'brand'],
  }),
  defineFeed({
    feed: 'certificates',
    shape: 'reference',
    concept: 'certificate',
    means: 'Licences, quality certificates and inspections of merchants and products.',
    id: 'The certificate’s or inspection’s number.',
    columns: {
      merchant_ref: reference('merchant', 'The merchant it is for.'),
      product_ref: reference('product', 'The product it is for; empty: the merchant as a whole.'),
      kind: text('What it is.', { required: true, only: certificateKinds }),
      issued_on: day('When it was issued, or the inspection was made.'),
      expires_on: day('The last day it holds; empty: without end.'),
      outcome: text('Of an inspection.', { only: inspectionOutcomes }),
    },
    checks: [inOrder('issued_on', 'expires_on')],
    eventTime: 'issued_on',
  }),
  defineFeed({
    feed: 'sanctions',
    shape: 'reference',
    concept: 'sanction',
    means: 'Violations by merchants and what was done about them.',
    id: 'The case number.',
    columns: {
      merchant_ref: reference('merchant', 'The merchant.', { required: true }),
      violation: text('What was violated.', { required: true, known: violations }),
      violated_on: day('When it happened.'),
      sanctioned_on: day('When it was sanctioned; empty: not yet.'),
      measure: text('What was done.', { known: sanctionMeasures }),
    },
    eventTime: 'greatest(violated_on, sanctioned_on)',
  }),
];
