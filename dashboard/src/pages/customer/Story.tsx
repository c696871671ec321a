import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { Card } from '../../card/Card.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { Segment } from '../../shell/Segment.tsx';
import type { JourneyEvent } from './lanes.ts';
import classes from './Story.module.css';

type StageChoice = 'ALL' | 'KEY' | JourneyEvent['stage'];

/** The moments a customer would tell of; payments, approvals and hand-overs are the machinery between. */
const keyKinds = new Set(['ORDER_PLACED', 'PROMISE_DUE', 'DELIVERED', 'REVIEW_ANSWERED']);

/** A journey longer than this opens with its key moments. */
const readable = 60;

/** What happened, in order, in words; the stage filter follows the three stages of a journey. */
export function Story({ events, total }: { events: readonly JourneyEvent[]; total: number }) {
  const { t } = useText();
  const format = useFormat();
  const [stage, setStage] = useState<StageChoice>(events.length > readable ? 'KEY' : 'ALL');
  const stages = (['PRE_SALE', 'IN_SALE', 'AFTER_SALE'] as const).filter((each) =>
    events.some((event) => event.stage === each),
  );
  const shown = events.filter(
    (event) => stage === 'ALL' || (stage === 'KEY' ? keyKinds.has(event.kind) : event.stage === stage),
  );
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
              { value: 'KEY', text: t('customer.stageKEY'), title: t('customer.stageKEY') },
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
        {shown.map((event, at) => (
          <Entry key={event.id} event={event} opensYear={event.on.slice(0, 4) !== shown[at - 1]?.on.slice(0, 4)} />
        ))}
      </ol>
    </Card>
  );
}

function Entry({ event, opensYear }: { event: JourneyEvent; opensYear: boolean }) {
  const { pick } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const said = event.kind === 'REVIEW_ANSWERED';
  return (
    <li data-testid="journey-event" data-kind={event.kind} data-year={opensYear || undefined}>
      <time dateTime={event.at}>
        {opensYear ? <em>{event.on.slice(0, 4)}</em> : null}
        <b>{format.dayShort(event.on)}</b>
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
