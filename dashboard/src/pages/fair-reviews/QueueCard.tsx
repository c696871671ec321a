import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { Card } from '../../card/Card.tsx';
import { Pill } from '../../card/Pill.tsx';
import { Answered, Empty, Failure } from '../../card/States.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import type { DoubtedLineFragment, ReviewVerdict } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { Segment } from '../../shell/Segment.tsx';
import type { Fairness } from './FiguresCard.tsx';
import classes from './fair-reviews.module.css';
import { useDoubted, useJudge } from './use-fair-reviews.ts';

type Reasons = Fairness['reasons'];
type Shown = 'open' | 'judged';

/** The odd reviews, for somebody to decide. */
export function QueueCard({ reasons }: { reasons: Reasons }) {
  const { t, pick } = useText();
  const format = useFormat();
  const [shown, setShown] = useState<Shown>('open');
  const query = useDoubted(shown === 'judged');
  const judge = useJudge();
  return (
    <Card
      id="queue"
      title={t('fairReviews.queue')}
      sub={t('fairReviews.queueSub', { n: format.count(query.data?.totalCount) })}
    >
      <div className={classes.controls}>
        <Segment<Shown>
          label={t('fairReviews.shown')}
          value={shown}
          options={(['open', 'judged'] as const).map((value) => ({
            value,
            text: t(`fairReviews.${value}`),
            title: t(`fairReviews.${value}`),
          }))}
          onChange={setShown}
        />
      </div>
      {judge.failure ? <Failure error={judge.failure} onRetry={judge.clear} /> : null}
      {judge.refused.map((refusal) => (
        <p key={refusal.code} role="alert">
          {pick(refusal.text)}
        </p>
      ))}
      <Answered query={query} height={300}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <Empty text={t('fairReviews.noQueue')} height={120} />
          ) : (
            <ul className={classes.queue}>
              {nodes.map((review) => (
                <Doubted
                  key={review.id}
                  review={review}
                  reasons={reasons}
                  busy={judge.busy}
                  onJudge={(verdict) => judge.run({ id: review.id, verdict })}
                />
              ))}
            </ul>
          )
        }
      </Answered>
    </Card>
  );
}

interface DoubtedProps {
  review: DoubtedLineFragment;
  reasons: Reasons;
  busy: boolean;
  onJudge(verdict: ReviewVerdict | null): void;
}

function Doubted({ review, reasons, busy, onJudge }: DoubtedProps) {
  const { t } = useText();
  const { shop } = useShop();
  const format = useFormat();
  return (
    <li>
      <div className={classes.said}>
        <h3>
          <Pill tone={review.score <= 2 ? 'bad' : review.score >= 4 ? 'good' : 'flat'}>{review.score} ★</Pill>
          <Link to="/orders/$id" params={{ id: review.orderId }}>
            {review.product ?? t('shell.order')}
          </Link>
          <time>{review.answeredAt ? format.momentDay(review.answeredAt, shop.zone) : ''}</time>
        </h3>
        <p data-silent={review.message ? undefined : true}>{review.message ?? t('fairReviews.wordless')}</p>
        <Why review={review} reasons={reasons} />
      </div>
      <Decision review={review} busy={busy} onJudge={onJudge} />
    </li>
  );
}

/** Why it is odd, with what was seen. */
function Why({ review, reasons }: Pick<DoubtedProps, 'review' | 'reasons'>) {
  const { t, pick } = useText();
  const format = useFormat();
  const seen: Record<string, string> = {
    copied: t('fairReviews.copies', { n: format.count(review.copies) }),
    burst: t('fairReviews.burst', {
      n: format.count(review.inBurst),
      expected: format.bare(review.expected, { unit: 'SCORE', decimals: 1 }),
    }),
  };
  return (
    <small className={classes.why}>
      <b>{t('fairReviews.suspicion', { points: format.count(review.suspicion) })}</b>
      {review.reasons.map((code) => {
        const reason = reasons.find((each) => each.code === code);
        return (
          <Pill key={code} tone="warn" title={reason ? pick(reason.means) : code}>
            {seen[code] ?? (reason ? pick(reason.label) : code)}
          </Pill>
        );
      })}
    </small>
  );
}

function Decision({ review, busy, onJudge }: Omit<DoubtedProps, 'reasons'>) {
  const { t } = useText();
  if (review.verdict)
    return (
      <div className={classes.decision}>
        <small>
          {t('fairReviews.judgedBy', {
            verdict: t(review.verdict === 'FAKE' ? 'fairReviews.fake' : 'fairReviews.genuine'),
            who: review.judgedBy ?? '',
          })}
        </small>
        <Button size="compact-sm" variant="default" disabled={busy} onClick={() => onJudge(null)}>
          {t('fairReviews.undo')}
        </Button>
      </div>
    );
  return (
    <div className={classes.decision}>
      <Button size="compact-sm" variant="default" disabled={busy} onClick={() => onJudge('GENUINE')}>
        {t('fairReviews.genuine')}
      </Button>
      <Button size="compact-sm" disabled={busy} onClick={() => onJudge('FAKE')}>
        {t('fairReviews.fake')}
      </Button>
    </div>
  );
}
