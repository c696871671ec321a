import { expect, it } from 'vitest';
import { catalogue } from '../catalogue.ts';
import { feedsOf, relationsOf } from './lineage.ts';

const named = (id: string) => {
  const found = catalogue.find((definition) => definition.id === id);
  if (!found) throw new Error(`There is no metric ${id}.`);
  return found;
};

it('a metric leads to the relations it counts and to the feeds that tell what it needs', () => {
  expect(relationsOf(named('ORDERS'))).toEqual([{ fact: 'orders', relation: 'journey.order_journey' }]);
  expect(feedsOf(named('ORDERS'))).toEqual([{ feed: 'orders', tells: ['orders'] }]);
  const late = feedsOf(named('ON_TIME_DELIVERY_RATE'));
  expect(late.map(({ feed }) => feed)).toEqual(expect.arrayContaining(['orders', 'shipments']));
});

it('every metric of the catalogue stands on a relation and a feed', () => {
  const astray = catalogue.filter((metric) => relationsOf(metric).length === 0 || feedsOf(metric).length === 0);
  expect(astray.map(({ id }) => id)).toEqual([]);
});
