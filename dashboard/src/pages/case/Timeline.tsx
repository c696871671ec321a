import { addDays } from '../../filters/days.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { startOfDay, useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import type { CaseDetail } from './index.tsx';
import { timelineOf, type TimelineRow } from './timeline.ts';
import classes from './Timeline.module.css';

/** What happened, downwards in time, the promises among it: blue where kept, red where broken. */
export function Timeline({ told }: { told: CaseDetail }) {
  const { asOf, shop } = useShop();
  const rows = timelineOf(told, startOfDay(addDays(asOf, 1), shop.zone));
  return (
    <ol className={classes.line}>
      {rows.map((row) => (
        <Row key={row.key} row={row} />
      ))}
    </ol>
  );
}

function Row({ row }: { row: TimelineRow }) {
  const { t, pick } = useText();
  const format = useFormat();
  if (row.kind === 'promise')
    return (
      <li className={classes.row} data-kind="promise" data-kept={row.kept ?? undefined}>
        <Moment at={row.at} />
        <i />
        <span>
          <b>{t(`cases.due.${row.promise}`)}</b>
          {row.kept === null ? null : <em>{t(row.kept ? 'cases.kept' : 'cases.broken')}</em>}
        </span>
      </li>
    );
  const { event, gapSeconds, side } = row;
  const who = event.agentCode ? t('cases.byAgent', { code: event.agentCode }) : t(`cases.side.${side}`);
  return (
    <li className={classes.row} data-kind="event" data-side={side} data-testid="case-event">
      <Moment at={row.at} />
      <i />
      <span>
        <b>{pick(event.kind.label)}</b>
        <em>
          {[who, gapSeconds === null ? '' : t('cases.later', { gap: format.duration(gapSeconds) })]
            .filter(Boolean)
            .join(' · ')}
        </em>
        {event.detail ? <small>{event.detail}</small> : null}
      </span>
    </li>
  );
}

function Moment({ at }: { at: string }) {
  const { shop } = useShop();
  const format = useFormat();
  return (
    <time dateTime={at}>
      <span>{format.momentDay(at, shop.zone)}</span> <span>{format.time(at, shop.zone)}</span>
    </time>
  );
}
