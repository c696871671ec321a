import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { Card } from '../../card/Card.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { Segment } from '../../shell/Segment.tsx';
import type { JourneyEvent } from './lanes.ts';
import classes from './Story.module.css';

type StageChoice = 'ALL' | JourneyEvent['stage'];

/** What happened, in order, in words; the stage filter follows the three stages of a journey. */
export function Story({ events, total }: { events: readonly JourneyEvent[]; total: number }) {
  const { t } = useText();
  const format = useFormat();
  const [stage, setStage] = useState<StageChoice>('ALL');
  const stages = (['PRE_SALE', 'IN_SALE', 'AFTER_SALE'] as const).filter((each) =>
    events.some((event) => event.stage === each),
  );
  const shown = events.filter((event) => stage === 'ALL' || event.stage === stage);
  return (
    <Card
      title={t('customer.story')}
      sub={t('customer.storySub', { n: format.count(shown.length), total: format.count(total) })}
    >
      {stages.length > 1 ? (
        <div className={classes.stages}>
          <Segment<StageChoice>
            label={t('customer.stage')}
            value={stage}
            options={[
              { value: 'ALL', text: t('customer.stageALL'), title: t('customer.stageALL') },
              ...stages.map((each) => ({
                value: each,
                text: t(`customer.stage${each}`),
                title: t(`customer.stage${each}`),
              })),
            ]}
            onChange={setStage}
          />
        </div>
      ) : null}
      <ol className={classes.story}>
        {shown.map((event) => (
          <Entry key={event.id} event={event} />
        ))}
      </ol>
    </Card>
  );
}

function Entry({ event }: { event: JourneyEvent }) {
  const { pick } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const said = event.kind === 'REVIEW_ANSWERED';
  return (
    <li data-testid="journey-event" data-kind={event.kind}>
      <time dateTime={event.at}>
        <b>{format.day(event.on)}</b>
        {event.kind === 'PROMISE_DUE' ? '' : format.time(event.at, shop.zone)}
      </time>
      <i
        data-tone={event.tone}
        data-open={event.kind === 'PROMISE_DUE' || event.kind === 'REVIEW_INVITED' || undefined}
      />
      <div>
        <h3>
          {event.orderId ? (
            <Link to="/orders/$id" params={{ id: event.orderId }}>
              {pick(event.title)}
            </Link>
          ) : (
            pick(event.title)
          )}
        </h3>
        {event.detail ? <p data-said={said || undefined}>{pick(event.detail)}</p> : null}
      </div>
    </li>
  );
}
