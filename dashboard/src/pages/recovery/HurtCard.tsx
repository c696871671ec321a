import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { Card } from '../../card/Card.tsx';
import { Rows } from '../../card/Rows.tsx';
import { Answered } from '../../card/States.tsx';
import classes from '../../estimate/Estimate.module.css';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { TakeInHand } from './TakeInHand.tsx';
import { useHurt } from './use-recovery.ts';

/** Hurt customers nobody has taken in hand, those with most at stake first. */
export function HurtCard() {
  const query = useHurt();
  const [taking, setTaking] = useState(false);
  const { t, pick } = useText();
  const format = useFormat();
  const columns = [
    { label: t('recovery.customer') },
    { label: t('recovery.failure') },
    { label: t('recovery.hurtOn') },
    { label: t('recovery.alive'), right: true },
    { label: t('recovery.valueYear'), right: true },
    { label: t('recovery.atStake'), right: true },
  ];
  const { total = 0, refusal } = query.data ?? {};
  return (
    <Card
      title={t('recovery.hurt')}
      sub={
        query.data
          ? t('recovery.hurtSub', { n: format.count(total), value: format.money(query.data.atStake) })
          : undefined
      }
      note={t('recovery.hurtNote')}
    >
      {total > 0 ? (
        <div className={classes.form}>
          <Button size="compact-sm" variant="filled" onClick={() => setTaking(true)}>
            {t('recovery.take')}
          </Button>
        </div>
      ) : null}
      <Answered query={query} height={420}>
        {({ customers }) => (
          <Rows
            columns={columns}
            empty={refusal ? pick(refusal.words) : t('recovery.nobody')}
            rows={customers.map((each) => ({
              key: each.orderId,
              cells: [
                <Link key="customer" to="/customers/$id" params={{ id: each.customerId }} className={classes.link}>
                  {each.customerId.slice(0, 8)}
                </Link>,
                each.failures.map(({ label }) => pick(label)).join(t('customer.comma')),
                <Link key="order" to="/orders/$id" params={{ id: each.orderId }} className={classes.link}>
                  {format.day(each.hurtOn)}
                </Link>,
                each.alive === 1 ? t('recovery.once') : format.share(each.alive, 0),
                format.money(each.valueYear),
                format.money(each.atStake),
              ],
            }))}
          />
        )}
      </Answered>
      {taking ? <TakeInHand total={total} onClose={() => setTaking(false)} /> : null}
    </Card>
  );
}
