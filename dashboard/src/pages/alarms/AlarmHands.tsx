import { Button } from '@mantine/core';

import { request } from '../../api/graphql.ts';
import { useOperation } from '../../api/use-operation.ts';
import { Told } from '../../card/Told.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import classes from './alarms.module.css';
import { acknowledgeAlarm, snoozeAlarm } from './queries.ts';
import type { Alarm } from './use-alarms.ts';

const DAY_MS = 86_400_000;

/** Who has it, and what an operator can do about it: while it is open and was told. */
export function AlarmHands({ alarm }: { alarm: Alarm }) {
  const { t } = useText();
  const { viewer, shop } = useShop();
  const format = useFormat();
  const id = alarm.alertId ?? '';
  const take = useOperation(async (alert: string) => (await request(acknowledgeAlarm, { id: alert })).acknowledgeAlert);
  const snooze = useOperation(
    async (alert: string) =>
      (await request(snoozeAlarm, { id: alert, until: new Date(Date.now() + DAY_MS).toISOString() })).snoozeAlert,
  );
  const told = [
    alarm.acknowledgedBy ? t('alarms.takenBy', { by: alarm.acknowledgedBy }) : null,
    alarm.snoozedUntil ? t('alarms.snoozedUntil', { at: format.dateTime(alarm.snoozedUntil, shop.zone) }) : null,
  ].filter((part) => part !== null);
  const may = viewer.role === 'OPERATOR' && alarm.state === 'OPEN' && alarm.alertId != null;
  return (
    <div className={classes.hands}>
      {told.length > 0 ? <small>{told.join(' · ')}</small> : null}
      {may && !alarm.acknowledgedBy ? (
        <Button loading={take.busy} onClick={() => take.run(id)}>
          {t('alarms.take')}
        </Button>
      ) : null}
      {may ? (
        <Button variant="default" loading={snooze.busy} onClick={() => snooze.run(id)}>
          {t('alarms.snooze')}
        </Button>
      ) : null}
      <Told operation={take} />
      <Told operation={snooze} />
    </div>
  );
}
