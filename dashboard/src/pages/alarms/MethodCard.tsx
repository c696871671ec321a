import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';

import { request } from '../../api/graphql.ts';
import { useOperation } from '../../api/use-operation.ts';
import { Card } from '../../card/Card.tsx';
import { Told } from '../../card/Told.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import classes from './alarms.module.css';
import { budgetMutation } from './queries.ts';
import type { Alarms } from './use-alarms.ts';

const BUDGET = { unit: 'COUNT', decimals: 3 } as const;
const ALL = { unit: 'COUNT', decimals: 1 } as const;

/** How an alarm comes about, on one screen, and the one knob there is. */
export function MethodCard({ settings }: { settings: Alarms['alarmSettings'] | undefined }) {
  const { t } = useText();
  const format = useFormat();
  const { viewer } = useShop();
  return (
    <Card title={t('alarms.method')}>
      <div className={classes.method}>
        <p>{t('alarms.methodUsual')}</p>
        <p>{t('alarms.methodLimit')}</p>
        <p>{t('alarms.methodCause')}</p>
        {settings ? (
          <p>
            <b>{t('alarms.budget')}</b> {t('alarms.budgetOf', { n: format.trimmed(settings.monthlyBudget, BUDGET) })} ·{' '}
            {t('alarms.budgetAll', {
              n: format.value(settings.monthlyFalseAlarms, ALL),
              series: format.count(settings.series),
            })}
          </p>
        ) : null}
        {settings && viewer.role === 'OPERATOR' ? <Budget monthlyBudget={settings.monthlyBudget} /> : null}
      </div>
    </Card>
  );
}

function Budget({ monthlyBudget }: { monthlyBudget: number }) {
  const { t } = useText();
  const [wanted, setWanted] = useState<number | string>(monthlyBudget);
  const set = useOperation(
    async (budget: number) => (await request(budgetMutation, { monthlyBudget: budget })).setAlarmBudget,
  );
  return (
    <form
      className={classes.budget}
      onSubmit={(event) => {
        event.preventDefault();
        set.run(Number(wanted));
      }}
    >
      <NumberInput
        aria-label={t('alarms.budget')}
        value={wanted}
        onChange={setWanted}
        min={0.0001}
        max={1}
        step={0.005}
        decimalScale={4}
      />
      <Button type="submit" loading={set.busy}>
        {t('alarms.budgetSet')}
      </Button>
      <small>{set.done ? t('alarms.budgetDone') : t('alarms.budgetHint')}</small>
      <Told operation={set} />
    </form>
  );
}
