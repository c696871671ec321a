import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { learnFrom, polarityOf, readText } from '@rapport/model/findings';
import { logOddsDirichlet } from '@rapport/model/statistics';
import { realData } from '../testkit/index.ts';

const chinese = realData('zh/online_shopping_10_cats');
const olist = realData('olist/sample');

interface Labelled {
  category: string;
  isGood: boolean;
  terms: string[];
}

/** Every third review: three million characters. */
function readLabelled(directory: string): Labelled[] {
  const text = readFileSync(join(directory, 'online_shopping_10_cats.csv'), 'utf8');
  return parse<{ cat: string; label: string; review: string }>(text, { columns: true, bom: true, relax_quotes: true })
    .filter((_, index) => index % 3 === 0)
    .map(({ cat, label, review }) => ({ category: cat, isGood: label === '1', terms: readText(review, 'en').terms }));
}

/** Terms of one side against the other, surest first. */
function wordsOf<Text extends { terms: string[] }>(texts: readonly Text[], isHere: (text: Text) => boolean): string[] {
  const counts = new Map<string, { word: string; these: number; those: number }>();
  for (const text of texts) {
    for (const word of text.terms) {
      const count = counts.get(word) ?? { word, these: 0, those: 0 };
      if (isHere(text)) count.these += 1;
      else count.those += 1;
      counts.set(word, count);
    }
  }
  return logOddsDirichlet([...counts.values()])
    .toSorted((a, b) => b.z - a.z)
    .map(({ word }) => word);
}

it.skipIf(chinese === null)(
  `words learned on one half of labelled Chinese reviews classify the other half, 85 of 100 right and more${chinese ? '' : ' (skipped: no real data)'}`,
  () => {
    const reviews = readLabelled(chinese ?? '');
    for (const half of [0, 1]) {
      const polarity = learnFrom(reviews.filter((_, index) => index % 2 === half));
      const tried = reviews.filter((_, index) => index % 2 !== half);
      const right = tried.filter(({ terms, isGood }) => polarityOf(terms, polarity) > 0 === isGood).length;
      expect(right / tried.length).toBeGreaterThanOrEqual(0.85);
    }
    const worst = (category: string): string[] =>
      wordsOf(
        reviews.filter((review) => review.category === category),
        ({ isGood }) => !isGood,
      ).slice(0, 20);
    expect(worst('酒店')).toEqual(expect.arrayContaining(['差']));
    expect(worst('洗发水')).toEqual(expect.arrayContaining(['假货', '头皮屑']));
    expect(worst('热水器')).toEqual(expect.arrayContaining(['安装费', '贵']));
    expect(worst('蒙牛')).toEqual(expect.arrayContaining(['抵制']));
  },
);

const csv = <Row>(directory: string, name: string): Row[] =>
  parse<Row>(readFileSync(join(directory, name), 'utf8'), { columns: true, bom: true });

it.skipIf(olist === null)(
  `the words of late deliveries in Brazil say that nothing came, of those on time that it was good${olist ? '' : ' (skipped: no real data)'}`,
  () => {
    const orders = new Map(
      csv<{ order_id: string; order_delivered_customer_date: string; order_estimated_delivery_date: string }>(
        olist ?? '',
        'olist_orders_dataset.csv',
      ).map((order) => [
        order.order_id,
        order.order_delivered_customer_date === ''
          ? null
          : order.order_delivered_customer_date.slice(0, 10) > order.order_estimated_delivery_date.slice(0, 10),
      ]),
    );
    const texts = csv<{ order_id: string; review_comment_title: string; review_comment_message: string }>(
      olist ?? '',
      'olist_order_reviews_dataset.csv',
    )
      .map(({ order_id: order, review_comment_title: title, review_comment_message: message }) => ({
        isLate: orders.get(order) ?? null,
        terms: readText(`${title}\n${message}`, 'pt').terms,
      }))
      .filter(({ isLate, terms }) => isLate !== null && terms.length > 0);
    const late = wordsOf(texts, ({ isLate }) => isLate === true);
    expect(late.slice(0, 20)).toEqual(expect.arrayContaining(['nao recebi', 'nao chegou', 'atraso']));
    expect(late.slice(-20)).toEqual(expect.arrayContaining(['bom', 'otimo', 'recomendo']));
  },
);
