import type { UseQueryResult } from '@tanstack/react-query';

import { Card } from '../../card/Card.tsx';
import { Rows } from '../../card/Rows.tsx';
import { Answered } from '../../card/States.tsx';
import { figureColumn, textColumn, type ChartTable } from '../../charts/index.ts';
import { useFormat, type Formatter } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import type { Fairness } from './FiguresCard.tsx';

/** Each reason with what it weighs and how many doubtful reviews have it. */
export function ReasonsCard({ query }: { query: UseQueryResult<Fairness> }) {
  const { t, pick } = useText();
  const format = useFormat();
  return (
    <Card
      id="reasons"
      title={t('fairReviews.reasons')}
      sub={t('fairReviews.reasonsSub')}
      file="doubtful-reviews"
      table={query.data ? tableOf(query.data, t, pick, format) : undefined}
    >
      <Answered query={query} height={200}>
        {({ reasons }) => (
          <Rows
            columns={[
              { label: t('fairReviews.reason') },
              { label: t('fairReviews.points'), right: true },
              { label: t('fairReviews.reviews'), right: true },
            ]}
            rows={reasons.map(({ code, label, means, points, reviews }) => ({
              key: code,
              cells: [
                <span key={code} title={pick(means)}>
                  {pick(label)}
                </span>,
                format.count(points),
                format.count(reviews),
              ],
            }))}
          />
        )}
      </Answered>
    </Card>
  );
}

type Text = ReturnType<typeof useText>;

const tableOf = ({ reasons }: Fairness, t: Text['t'], pick: Text['pick'], format: Formatter): ChartTable => ({
  columns: [
    textColumn(t('fairReviews.reason')),
    figureColumn(t('fairReviews.points')),
    figureColumn(t('fairReviews.reviews')),
  ],
  rows: reasons.map(({ label, points, reviews }) => ({
    cells: [pick(label), format.count(points), format.count(reviews)],
    raw: [pick(label), points, reviews ?? null],
  })),
});
