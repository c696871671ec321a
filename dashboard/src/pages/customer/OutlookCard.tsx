import { Card } from '../../card/Card.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { Facts, type Fact } from './Facts.tsx';
import type { Customer360 } from './use-customer.ts';

/** What the shop's models expect of this customer, and what that means. */
export function OutlookCard({ outlook }: { outlook: NonNullable<Customer360['outlook']> }) {
  const { t } = useText();
  const format = useFormat();
  const { alive, repeats, orders90, orders365, value365 } = outlook;
  const untold = alive === 1 && repeats === 0;
  const facts: Fact[] = [
    [t('customerValue.alive'), untold ? t('customerValue.aliveOnce') : format.share(alive, 0)],
    [t('customerValue.orders90'), orders90.toFixed(2)],
    [t('customerValue.orders365'), orders365.toFixed(2)],
    ...(value365 ? [[t('customerValue.value365'), format.money(value365)] as Fact] : []),
  ];
  return (
    <Card title={t('customerValue.card')} sub={t('customerValue.cardSub')} note={t('customerValue.cardNote')}>
      <Facts facts={facts} />
    </Card>
  );
}
