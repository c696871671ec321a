import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { request } from '../../api/graphql.ts';
import { useOperation } from '../../api/use-operation.ts';
import { Card } from '../../card/Card.tsx';
import { Pill, type PillTone } from '../../card/Pill.tsx';
import { Told } from '../../card/Told.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import classes from './Loads.module.css';
import { pauseSourceMutation, resumeSourceMutation, retrySourceMutation, runSourceMutation } from './loads-queries.ts';
import type { Schedule } from './use-loads.ts';

type WindowState = NonNullable<Schedule['last']>['state'];

const tones: Record<WindowState, PillTone> = {
  WAITING: 'flat',
  RUNNING: 'warn',
  LOADED: 'good',
  UNCHANGED: 'flat',
  FAILED: 'bad',
  SKIPPED: 'flat',
};

/** What is loaded by itself: when next, how the last time went, what hangs. */
export function SchedulesCard({ schedules }: { schedules: readonly Schedule[] }) {
  const { t } = useText();
  return (
    <Card title={t('loads.schedules')} sub={t('loads.schedulesSub')}>
      {schedules.length === 0 ? <p className={classes.none}>{t('loads.schedulesNone')}</p> : null}
      <ul className={classes.list}>
        {schedules.map((schedule) => (
          <ScheduleLine key={schedule.source} schedule={schedule} />
        ))}
      </ul>
    </Card>
  );
}

function ScheduleLine({ schedule }: { schedule: Schedule }) {
  const { t, pick } = useText();
  const { shop, viewer } = useShop();
  const format = useFormat();
  const { source, last, waiting, failed } = schedule;
  const waits = waiting === 1 ? t('loads.waitsOne') : t('loads.waits', { n: format.count(waiting) });
  return (
    <li className={classes.schedule} data-testid="schedule">
      <div>
        <Link to="/runs" search={{ source }}>
          <b>{source}</b>
        </Link>
        <small>
          {schedule.cron ? <code>{schedule.cron}</code> : null} {schedule.zone}
        </small>
      </div>
      <div>
        <small>{t('loads.next')}</small>
        {schedule.pausedAt ? (
          <Pill tone="warn">{t('loads.paused', { at: format.dateTime(schedule.pausedAt, shop.zone) })}</Pill>
        ) : schedule.next ? (
          format.dateTime(schedule.next, shop.zone)
        ) : (
          '–'
        )}
      </div>
      <div>
        <small>{t('loads.last')}</small>
        {last ? (
          <>
            {format.dateTime(last.at, shop.zone)}{' '}
            <Pill tone={tones[last.state]}>{t(`loads.window.${last.state}`)}</Pill>{' '}
            {last.runId ? (
              <Link to="/runs/$id" params={{ id: last.runId }} className={classes.way}>
                {t('loads.run', { id: last.runId })}
              </Link>
            ) : null}
            {last.error ? <em>{pick(last.error.title)}</em> : null}
          </>
        ) : (
          t('loads.neverRan')
        )}
        <em>
          {[waiting > 0 ? waits : '', failed > 0 ? t('loads.failed', { n: format.count(failed) }) : '']
            .filter(Boolean)
            .join(' · ')}
        </em>
        {schedule.problem ? <em>{schedule.problem}</em> : null}
      </div>
      {viewer.role === 'OPERATOR' ? <ScheduleActions schedule={schedule} /> : null}
    </li>
  );
}

function ScheduleActions({ schedule: { source, pausedAt, failed } }: { schedule: Schedule }) {
  const { t } = useText();
  const load = useOperation(async () => (await request(runSourceMutation, { source })).runSource);
  const pause = useOperation(async () => (await request(pauseSourceMutation, { source })).pauseSource);
  const resume = useOperation(async () => (await request(resumeSourceMutation, { source })).resumeSource);
  const retry = useOperation(async () => (await request(retrySourceMutation, { source })).retrySource);
  return (
    <div className={classes.acts}>
      {pausedAt ? (
        <Button loading={resume.busy} onClick={() => resume.run(undefined)}>
          {t('loads.resume')}
        </Button>
      ) : (
        <Button loading={pause.busy} onClick={() => pause.run(undefined)}>
          {t('loads.pause')}
        </Button>
      )}
      {failed > 0 ? (
        <Button loading={retry.busy} onClick={() => retry.run(undefined)}>
          {t('loads.retry')}
        </Button>
      ) : null}
      <Button loading={load.busy} onClick={() => load.run(undefined)}>
        {t('loads.runNow')}
      </Button>
      {load.done ? (
        <small role="status">
          {load.done.runId ? (
            <>
              {t('loads.askedRun', { source })}{' '}
              <Link to="/runs/$id" params={{ id: load.done.runId }} className={classes.way}>
                {t('loads.run', { id: load.done.runId })}
              </Link>
            </>
          ) : (
            t('loads.asked', { source })
          )}
        </small>
      ) : null}
      <Told operation={load} />
      <Told operation={pause} />
      <Told operation={resume} />
      <Told operation={retry} />
    </div>
  );
}
