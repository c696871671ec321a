import { Card } from '../../card/Card.tsx';
import { Facts } from '../../card/Facts.tsx';
import { Estimate } from '../../estimate/Estimate.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import type { Found } from './curves.ts';

/** What the late first parcels of the last whole quarter cost, step by step. */
export function CostCard({ cost }: { cost: NonNullable<Found['cost']> }) {
  const { t } = useText();
  const format = useFormat();
  const whole = (value: number) => format.count(Math.round(value));
  return (
    <Card
      title={t('secondOrders.cost')}
      sub={t('secondOrders.costSub', { days: format.dayRange(cost.from, cost.to) })}
      note={t('secondOrders.costNote')}
    >
      <Facts
        facts={[
          [t('secondOrders.late'), format.count(cost.late)],
          [
            t('secondOrders.lost'),
            `${whole(cost.lost)} (${whole(cost.lostInterval.low)} – ${whole(cost.lostInterval.high)})`,
          ],
          [t('secondOrders.orderValue'), <Estimate key="value" value={cost.orderValue} />],
          [t('secondOrders.worth'), <Estimate key="worth" value={cost.worth} />],
        ]}
      />
    </Card>
  );
}
