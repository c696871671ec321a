import { shop, type Shop } from '../../testkit/shop.ts';
import { goldenFigures } from './golden-figures.ts';
import { writer } from './written.ts';

/** Listed by the end of March: P1 states all ten facts, P2 eight, P3 needs none, P0 is listed since 2023; P4 follows in April. */
function products(): Shop {
  const made = shop();
  const write = writer(made);
  made.customer('Ada').ordered('A1', '2024-03-31 10:00');
  write('products', 'P0', { listed_on: '2023-01-01', attributes_required: 5, attributes_given: 5 });
  write('products', 'P1', { listed_on: '2024-03-01', attributes_required: 10, attributes_given: 10 });
  write('products', 'P2', { listed_on: '2024-03-31', attributes_required: 10, attributes_given: 8 });
  write('products', 'P3', { listed_on: '2024-03-01', attributes_required: 0 });
  write('products', 'P4', { listed_on: '2024-04-01', attributes_required: 10, attributes_given: 0 });
  return made;
}

goldenFigures(
  'PRODUCTS',
  products,
  { from: '2024-03-01', to: '2024-03-31' },
  {
    INFORMATION_COMPLETENESS: [2 / 3, 2, 3, 3],
  },
);
