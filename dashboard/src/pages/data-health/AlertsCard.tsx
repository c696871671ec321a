import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { request } from '../../api/graphql.ts';
import { useOperation } from '../../api/use-operation.ts';
import { Card } from '../../card/Card.tsx';
import { Pill } from '../../card/Pill.tsx';
import { Told } from '../../card/Told.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import classes from './Loads.module.css';
import { acknowledgeMutation, snoozeMutation } from './loads-queries.ts';
import type { Alert } from './use-loads.ts';

/** What is wrong just now, worst first; operators take it on or quiet it. */
export function AlertsCard({ alerts, now }: { alerts: readonly Alert[]; now: number }) {
  const { t } = useText();
  const ranked = alerts.toSorted((a, b) => Number(b.severity === 'CRITICAL') - Number(a.severity === 'CRITICAL'));
  return (
    <Card title={t('loads.alerts')} sub={t('loads.alertsSub')}>
      {ranked.length === 0 ? <p className={classes.none}>{t('loads.alertsNone')}</p> : null}
      <ul className={classes.list}>
        {ranked.map((alert) => (
          <AlertLine key={alert.id} alert={alert} now={now} />
        ))}
      </ul>
    </Card>
  );
}

function AlertLine({ alert, now }: { alert: Alert; now: number }) {
  const { t, pick } = useText();
  const { shop, viewer } = useShop();
  const format = useFormat();
  const told = [
    t('loads.since', { at: format.dateTime(alert.openedAt, shop.zone) }),
    alert.acknowledgedBy ? t('loads.takenBy', { by: alert.acknowledgedBy }) : '',
    alert.snoozedUntil && Date.parse(alert.snoozedUntil) > now
      ? t('loads.snoozedUntil', { at: format.dateTime(alert.snoozedUntil, shop.zone) })
      : '',
    channels(alert, 'SENT') ? t('loads.toldBy', { channels: channels(alert, 'SENT') }) : '',
    channels(alert, 'FAILED') ? t('loads.notTold', { channels: channels(alert, 'FAILED') }) : '',
  ];
  return (
    <li className={classes.alert} data-testid="alert">
      <Pill tone={alert.severity === 'CRITICAL' ? 'bad' : 'warn'}>
        {t(alert.severity === 'CRITICAL' ? 'loads.critical' : 'loads.warning')}
      </Pill>
      <div>
        <b>{pick(alert.title)}</b>
        <p>{pick(alert.detail)}</p>
        <small>
          {told.filter(Boolean).join(' · ')}{' '}
          {alert.runId ? (
            <Link to="/runs/$id" params={{ id: alert.runId }} className={classes.way}>
              {t('loads.run', { id: alert.runId })}
            </Link>
          ) : null}
        </small>
      </div>
      {viewer.role === 'OPERATOR' ? <AlertActions alert={alert} /> : null}
    </li>
  );
}

const channels = (alert: Alert, state: 'SENT' | 'FAILED'): string =>
  [...new Set(alert.notices.filter((notice) => notice.state === state).map(({ channel }) => channel))].join(', ');

const hours = [4, 24, 168] as const;

function AlertActions({ alert }: { alert: Alert }) {
  const { t } = useText();
  const take = useOperation(async (id: string) => (await request(acknowledgeMutation, { id })).acknowledgeAlert);
  const snooze = useOperation(
    async (span: number) =>
      (
        await request(snoozeMutation, {
          id: alert.id,
          until: new Date(Date.now() + span * 3_600_000).toISOString(),
        })
      ).snoozeAlert,
  );
  return (
    <div className={classes.acts}>
      {alert.acknowledgedAt ? null : (
        <Button loading={take.busy} onClick={() => take.run(alert.id)}>
          {t('loads.acknowledge')}
        </Button>
      )}
      <select
        className={classes.select}
        aria-label={t('loads.snooze')}
        value=""
        disabled={snooze.busy}
        onChange={(event) => snooze.run(Number(event.currentTarget.value))}
      >
        <option value="" disabled>
          {t('loads.snooze')} …
        </option>
        {hours.map((span) => (
          <option key={span} value={span}>
            {t(`loads.snooze${span}`)}
          </option>
        ))}
      </select>
      <Told operation={take} />
      <Told operation={snooze} />
    </div>
  );
}
