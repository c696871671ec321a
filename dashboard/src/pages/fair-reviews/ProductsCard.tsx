import type { UseQueryResult } from '@tanstack/react-query';

import { Card } from '../../card/Card.tsx';
import { Rows } from '../../card/Rows.tsx';
import { Answered } from '../../card/States.tsx';
import { figureColumn, textColumn, type ChartTable } from '../../charts/index.ts';
import { useFormat, type Formatter } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { STARS, type Fairness } from './FiguresCard.tsx';

/** Products whose stars change most when doubtful reviews are left out. */
export function ProductsCard({ query }: { query: UseQueryResult<Fairness> }) {
  const { t, pick } = useText();
  const format = useFormat();
  const table = query.data ? tableOf(query.data, t, pick, format) : undefined;
  return (
    <Card
      id="products"
      title={t('fairReviews.products')}
      sub={t('fairReviews.productsSub')}
      file="products-in-doubt"
      table={table}
    >
      <Answered query={query} height={160}>
        {({ products }) => (
          <Rows
            columns={(table?.columns ?? []).map(({ label, numeric }) => ({ label, right: numeric }))}
            rows={(table?.rows ?? []).map(({ cells }, at) => ({ key: products[at]?.product ?? String(at), cells }))}
            empty={t('fairReviews.noProducts')}
          />
        )}
      </Answered>
    </Card>
  );
}

type Text = ReturnType<typeof useText>;

const tableOf = ({ products }: Fairness, t: Text['t'], pick: Text['pick'], format: Formatter): ChartTable => ({
  columns: [
    textColumn(t('fairReviews.product')),
    figureColumn(t('fairReviews.reviews')),
    figureColumn(t('fairReviews.doubtful')),
    figureColumn(t('fairReviews.with')),
    figureColumn(t('fairReviews.without')),
  ],
  rows: products.map(({ product, label, reviews, doubtful, rating, ratingWithout }) => {
    const name = label ? `${pick(label)} (${product})` : product;
    return {
      cells: [
        name,
        format.count(reviews),
        format.count(doubtful),
        format.bare(rating, STARS),
        format.bare(ratingWithout, STARS),
      ],
      raw: [name, reviews ?? null, doubtful ?? null, rating ?? null, ratingWithout ?? null],
    };
  }),
});
