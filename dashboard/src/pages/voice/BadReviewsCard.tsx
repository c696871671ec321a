import { Link } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { Pill } from '../../card/Pill.tsx';
import { Answered, Empty } from '../../card/States.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import type { BadReviewsQuery } from '../../gql/graphql.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { Uncut } from '../../metric/Uncut.tsx';
import classes from './BadReviewsCard.module.css';
import { useBadReviews } from './use-voice.ts';

type BadReview = BadReviewsQuery['reviews']['nodes'][number];

/** The newest bad reviews nobody has answered, in the customers' own words. */
export function BadReviewsCard() {
  const query = useBadReviews();
  const { t } = useText();
  const { shop } = useShop();
  const format = useFormat();
  return (
    <Card
      title={t('voice.bad')}
      sub={
        <>
          {t('voice.badSub', { n: format.count(query.data?.totalCount) })} <Uncut />
        </>
      }
    >
      <Answered query={query} height={260}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <Empty text={t('voice.noneBad')} height={120} />
          ) : (
            <ul className={classes.reviews}>
              {nodes.map((review) => (
                <li key={review.id}>
                  <h3>
                    <Pill tone="bad">{review.score} ★</Pill>
                    <Whose review={review} />
                    <time>{review.answeredAt ? format.momentDay(review.answeredAt, shop.zone) : ''}</time>
                  </h3>
                  <p data-silent={review.message ? undefined : true}>{review.message ?? t('voice.wordless')}</p>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Card>
  );
}

/** What was bought, and by whom; a review of no known order leads nowhere. */
function Whose({ review }: { review: BadReview }) {
  const { t } = useText();
  const { order, product } = review;
  if (!order) return <span>{product?.title ?? ''}</span>;
  return (
    <>
      <Link to="/orders/$id" params={{ id: order.id }}>
        {product?.title ?? order.externalId}
      </Link>
      <Link to="/customers/$id" params={{ id: order.customer.id }} search={{ story: order.id }}>
        {order.customer.nameMasked ?? t('voice.customer')}
      </Link>
    </>
  );
}
