import { Link, useNavigate, useSearch } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { Pill } from '../../card/Pill.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { Segment } from '../../shell/Segment.tsx';
import type { CustomerSearch, StageChoice } from './search.ts';
import type { Silence } from './stories.ts';
import classes from './Story.module.css';
import { entriesOf, keyOnly, type Entry } from './story-entries.ts';
import type { JourneyEvent } from './use-customer.ts';

interface StoryProps {
  events: readonly JourneyEvent[];
  silences: readonly Silence[];
  total: number;
}

/** What happened, in order, in words; the stage filter follows the three stages of a journey. */
export function Story({ events, silences, total }: StoryProps) {
  const { t } = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const search: CustomerSearch = useSearch({ strict: false });
  const stage = search.stage ?? keyOnly(events.length);
  const entries = entriesOf(events, silences, stage);
  const shown = entries.filter(({ event }) => event).length;
  const go = (change: CustomerSearch) =>
    void navigate({ to: '.', search: (now: CustomerSearch) => ({ ...now, ...change }), resetScroll: false });
  return (
    <Card
      title={t('customer.story')}
      sub={t('customer.storySub', { n: format.count(shown), total: format.count(total) })}
      actions={
        shown < total ? (
          <button type="button" onClick={() => go({ story: 'whole', stage: 'ALL' })}>
            {t('customer.openWhole', { n: format.count(total) })}
          </button>
        ) : null
      }
    >
      <Stages events={events} stage={stage} onChoose={(next) => go({ stage: next })} />
      <ol className={classes.story}>
        {entries.map((entry) =>
          entry.event ? (
            <Told key={entry.key} entry={entry} event={entry.event} />
          ) : (
            <Silent key={entry.key} entry={entry} />
          ),
        )}
      </ol>
    </Card>
  );
}

interface StagesProps {
  events: readonly JourneyEvent[];
  stage: StageChoice;
  onChoose(stage: StageChoice): void;
}

function Stages({ events, stage, onChoose }: StagesProps) {
  const { t } = useText();
  const stages = (['PRE_SALE', 'IN_SALE', 'AFTER_SALE'] as const).filter((each) =>
    events.some((event) => event.stage === each),
  );
  if (stages.length < 2) return null;
  const choices: readonly StageChoice[] = ['ALL', 'KEY', ...stages];
  return (
    <div className={classes.stages}>
      <Segment<StageChoice>
        label={t('customer.stage')}
        value={stage}
        options={choices.map((each) => {
          const text = t(`customer.stage${each}`);
          return { value: each, text, title: text };
        })}
        onChange={onChoose}
      />
    </div>
  );
}

function When({ entry, timed }: { entry: Entry; timed: boolean }) {
  const { shop } = useShop();
  const format = useFormat();
  return (
    <time dateTime={entry.at}>
      {entry.opensYear ? <em>{entry.on.slice(0, 4)}</em> : null}
      <b>{format.dayShort(entry.on)}</b>
      {timed ? format.time(entry.at, shop.zone) : ''}
    </time>
  );
}

/** How a moment stood to what was promised for it: the gap, in the colour of its sign. */
function Gap({ seconds }: { seconds: number }) {
  const { t } = useText();
  const format = useFormat();
  const gap = format.duration(Math.abs(seconds));
  return (
    <Pill tone={seconds > 0 ? 'bad' : 'good'}>{t(seconds > 0 ? 'customer.late' : 'customer.early', { gap })}</Pill>
  );
}

/** Of these the customer's own words are the detail. */
const spoken = new Set<JourneyEvent['kind']>(['REVIEW_ANSWERED', 'REVIEW_REPLIED']);

function Told({ entry, event }: { entry: Entry; event: JourneyEvent }) {
  const { pick } = useText();
  const format = useFormat();
  const due = event.kind === 'PROMISE_DUE';
  const said = spoken.has(event.kind);
  const title = pick(event.title);
  const gap = event.gapSeconds;
  return (
    <li
      data-testid="journey-event"
      data-kind={event.kind}
      data-year={entry.opensYear || undefined}
      data-minor={entry.minor || undefined}
    >
      <When entry={entry} timed={!due} />
      <i data-tone={event.tone} data-open={due || entry.minor || undefined} />
      <div>
        <h3>
          {event.orderId ? (
            <Link to="/orders/$id" params={{ id: event.orderId }}>
              {title}
            </Link>
          ) : (
            title
          )}
          {event.amount ? <b>{format.money(event.amount)}</b> : null}
          {gap === null || gap === undefined ? null : <Gap seconds={gap} />}
        </h3>
        {event.detail ? <p data-said={said || undefined}>{pick(event.detail)}</p> : null}
      </div>
      {event.stageSeconds ? <small>+{format.duration(event.stageSeconds)}</small> : null}
    </li>
  );
}

function Silent({ entry }: { entry: Entry }) {
  const { t } = useText();
  const format = useFormat();
  const { silence } = entry;
  if (!silence) return null;
  const title = t('customer.silence', { gap: format.duration(silence.seconds) });
  return (
    <li data-silent data-year={entry.opensYear || undefined}>
      <When entry={entry} timed />
      <i data-tone="bad" data-open />
      <div>
        <h3>{title}</h3>
        <p>{silence.station ? t('customer.silenceAt', { station: silence.station }) : t('customer.silenceUnseen')}</p>
      </div>
    </li>
  );
}
