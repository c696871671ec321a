import { shop, type Shop } from '../../testkit/shop.ts';
import { goldenFigures } from './golden-figures.ts';
import { writer } from './written.ts';

/**
 * V1 Ada      03-02  page 1 s, a search without a result, one with, toys seen, cart, checkout, paid A2
 * V2 Ada      03-03  toys seen, reviews read, a recommendation taken up, asked at 10:05, checkout begun
 * V3 visitor  03-04  page 3 s, asked
 * V4 visitor  04-01
 * V5 Cy       03-10  asked
 * V6 Cy       03-11  cart, checkout, paid C1
 * V7 Cy       03-30  asked; the three days are not over
 * V8 Bo       03-12  a search, lamps seen, cart, a recommendation shown
 * V9 Ada      03-03  evening: a recommendation taken up, paid A3
 */
function shopping(): Shop {
  const made = shop();
  const toys: [string, string, number, number][] = [['toys', 'm1', 10, 0]];
  made
    .customer('Ada')
    .ordered('A2', '2024-03-02 10:08', { items: toys })
    .ordered('A3', '2024-03-03 18:05', { items: toys })
    .ordered('A1', '2024-03-31 10:00');
  made.customer('Bo').ordered('B1', '2024-03-01 10:00');
  made.customer('Cy').ordered('C1', '2024-03-11 10:05', { items: [['lamps', 'm1', 10, 0]] });
  made.guest('visitor');
  visits(made);
  return made;
}

function visits(made: Shop): void {
  const write = writer(made);
  const visit = (visit_ref: string, customer: string, from: string, ...touches: (object & { kind: string })[]) =>
    touches.forEach((touch, minute) => {
      const occurred_at = `${from}:0${minute}`;
      write('touchpoints', `${visit_ref} ${occurred_at}`, { customer, visit_ref, occurred_at, ...touch });
    });
  const did = (kind: string, more: object = {}) => ({ kind, ...more });
  const [toys, lamps] = [
    { product: 'toys of m1', rating: 4.5 },
    { product: 'lamps of m1', rating: 3 },
  ];
  const [found, nothing] = [did('search', { results: 5 }), did('search', { results: 0 })];
  const [shown, clicked] = [did('recommendation_shown'), did('recommendation_clicked')];
  const bought = [did('product_view', toys), did('cart', { product: toys.product }), did('checkout')];
  visit('V1', 'Ada', '2024-03-02 10', did('page', { load_ms: 1000 }), nothing, found, ...bought);
  visit('V1', 'Ada', '2024-03-02 11', did('paid', { order: 'A2' }));
  visit('V2', 'Ada', '2024-03-03 10', did('product_view', toys), did('review_view', { product: toys.product }), shown);
  visit('V2', 'Ada', '2024-03-03 11', clicked, did('consulted'), did('checkout'));
  visit('V3', 'visitor', '2024-03-04 10', did('page', { load_ms: 3000 }), did('consulted'));
  visit('V4', 'visitor', '2024-04-01 10', did('page', { load_ms: 9000 }));
  visit('V5', 'Cy', '2024-03-10 10', did('consulted'));
  visit('V6', 'Cy', '2024-03-11 10', did('cart'), did('checkout'), did('paid', { order: 'C1' }));
  visit('V7', 'Cy', '2024-03-30 10', did('consulted'));
  visit('V8', 'Bo', '2024-03-12 10', found, did('product_view', lamps), did('cart', { product: lamps.product }), shown);
  visit('V9', 'Ada', '2024-03-03 18', shown, clicked, did('paid', { order: 'A3' }));
}

goldenFigures(
  'SHOPPING',
  shopping,
  { from: '2024-03-01', to: '2024-03-31' },
  {
    VISITS: [8, 8, null, 8],
    VISITORS: [4, 4, null, 4],
    // Ada, the visitor, Cy; not Bo
    CONSULTATION_RATE: [3 / 4, 3, 4, 4],
    // Ada in the evening; Cy a day later
    ENQUIRY_CONVERSION_SAME_DAY: [1 / 3, 1, 3, 3],
    // Ada and Cy, not the visitor
    ENQUIRY_CONVERSION_3D: [2 / 3, 2, 3, 3],
    // Ada and Cy
    VISIT_CONVERSION_RATE: [2 / 4, 2, 4, 4],
    // V1 V6 V8
    ADD_TO_CART_RATE: [3 / 8, 3, 8, 8],
    // V1 V6 of those
    CHECKOUT_RATE: [2 / 3, 2, 3, 3],
    // V1 V6 of V1 V2 V6
    CHECKOUT_TO_PAID_RATE: [2 / 3, 2, 3, 3],
    SEARCHES: [3, 3, null, 3],
    ZERO_RESULT_RATE: [1 / 3, 1, 3, 3],
    // both of V1
    SEARCH_TO_ORDER_RATE: [2 / 3, 2, 3, 3],
    // between 1 and 3 seconds, at 0.75
    PAGE_LOAD_MS_P75: [2.5, null, 2, 2],
    // Ada before A3, Cy did not; of Bo nothing is known before B1
    REVIEW_READERS_SHARE: [1 / 2, 1, 2, 2],
    // toys in V1; not in V2, nor lamps in V8
    VIEW_CONVERSION_RATE: [1 / 3, 1, 3, 3],
    // V2 V9 of V2 V8 V9
    RECOMMENDATION_ACCEPTANCE_RATE: [2 / 3, 2, 3, 3],
    // V9
    RECOMMENDATION_ORDER_RATE: [1 / 2, 1, 2, 2],
  },
);
