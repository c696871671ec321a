import type { UseQueryResult } from '@tanstack/react-query';

import { Card } from '../../card/Card.tsx';
import { Facts } from '../../card/Facts.tsx';
import { Answered } from '../../card/States.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useFormat } from '../../format/index.ts';
import type { ReviewFairnessQuery } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';

export type Fairness = ReviewFairnessQuery['reviewFairness'];
export const STARS = { unit: 'SCORE', decimals: 2 } as const;

/** The rating with every review and without the doubtful ones, and what was decided so far. */
export function FiguresCard({ query }: { query: UseQueryResult<Fairness> }) {
  const { t } = useText();
  const { period } = useFilters();
  const format = useFormat();
  const share = (found: Fairness): string =>
    t('fairReviews.ofReviews', {
      part: format.count(found.doubtful),
      whole: format.count(found.reviews),
      interval: format.interval(found.shareInterval, { unit: 'PERCENT', decimals: 1 }),
    });
  return (
    <Card
      id="rating"
      title={t('fairReviews.figures')}
      sub={t('fairReviews.figuresSub', { days: format.dayRange(period.from, period.to) })}
    >
      <Answered query={query} height={200} empty={(found) => found.reviews === 0}>
        {(found) => (
          <Facts
            facts={[
              [t('fairReviews.ratingWith'), <b key="with">{format.bare(found.rating, STARS)}</b>],
              [t('fairReviews.ratingWithout'), <b key="without">{format.bare(found.ratingWithout, STARS)}</b>],
              [t('fairReviews.share'), share(found)],
              [
                t('fairReviews.decided'),
                t('fairReviews.decidedText', {
                  fake: format.count(found.judgedFake),
                  genuine: format.count(found.judgedGenuine),
                  open: format.count(found.open),
                }),
              ],
            ]}
          />
        )}
      </Answered>
    </Card>
  );
}
