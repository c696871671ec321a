import { shop, type Shop } from '../../testkit/shop.ts';
import { goldenFigures } from './golden-figures.ts';
import { writer } from './written.ts';

/** Recommendation asked: 10, 9, 8, 3, one never answered, one answered in April. A satisfaction survey of 1 is no recommendation. */
function reputation(): Shop {
  const made = shop();
  const write = writer(made);
  made.customer('Ada').ordered('A1', '2024-03-31 10:00');
  const asked = { customer: 'Ada', order: 'A1', kind: 'nps', subject: 'shop', sent_at: '2024-03-02 10:00' };
  write('surveys', 'N1', { ...asked, answered_at: '2024-03-03 10:00', score: 10 });
  write('surveys', 'N2', { ...asked, answered_at: '2024-03-04 10:00', score: 9 });
  write('surveys', 'N3', { ...asked, answered_at: '2024-03-05 10:00', score: 8 });
  write('surveys', 'N4', { ...asked, answered_at: '2024-03-06 10:00', score: 3 });
  write('surveys', 'N5', asked);
  write('surveys', 'N6', { ...asked, answered_at: '2024-04-01 10:00', score: 0 });
  write('surveys', 'S1', { ...asked, kind: 'csat', answered_at: '2024-03-03 10:00', score: 1 });
  return made;
}

goldenFigures(
  'REPUTATION',
  reputation,
  { from: '2024-03-01', to: '2024-03-31' },
  {
    // two promoters, one detractor, four answers
    NPS: [25, 1, 4, 4],
  },
);
