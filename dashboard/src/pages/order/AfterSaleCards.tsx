import { Link } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { Pill } from '../../card/Pill.tsx';
import { Rows } from '../../card/Rows.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import classes from './index.module.css';
import type { OrderDetail } from './index.tsx';

/** How long it took, in the colour of the promise; without one in none. */
function Took({ seconds, kept }: { seconds: number | null | undefined; kept: boolean | null | undefined }) {
  const format = useFormat();
  if (seconds === null || seconds === undefined) return <>–</>;
  return <Pill tone={kept === true ? 'good' : kept === false ? 'bad' : 'flat'}>{format.duration(seconds)}</Pill>;
}

export function CasesCard({ order }: { order: OrderDetail }) {
  const { t, pick } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const columns = [
    { label: t('orders.opened') },
    { label: t('orders.matter') },
    { label: t('orders.firstAnswer') },
    { label: t('orders.resolved') },
    { label: t('orders.rated'), right: true },
  ];
  const rows = order.cases.map((each) => ({
    key: each.id,
    cells: [
      <Link key="case" to="/cases/$id" params={{ id: each.id }} className={classes.link}>
        {format.dateTime(each.openedAt, shop.zone)}
      </Link>,
      [each.caseType, each.topic, each.channel].flatMap((part) => (part ? [pick(part.label)] : [])).join(' · '),
      <Took key="first" seconds={each.firstResponseSeconds} kept={each.respondedInTime} />,
      <Took key="resolved" seconds={each.resolutionSeconds} kept={each.resolvedInTime} />,
      each.csat ? `${format.count(each.csat)} / 5` : '–',
    ],
  }));
  return (
    <Card title={t('orders.cases')} sub={t('orders.tookSub')}>
      <Rows columns={columns} rows={rows} />
    </Card>
  );
}

export function ReturnsCard({ order }: { order: OrderDetail }) {
  const { t, pick } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const columns = [
    { label: t('orders.requested') },
    { label: t('orders.matter') },
    { label: t('orders.status') },
    { label: t('orders.untilMoney') },
    { label: t('orders.amount'), right: true },
  ];
  const rows = order.returns.map((each) => ({
    key: each.id,
    cells: [
      format.dateTime(each.requestedAt, shop.zone),
      `${pick(each.kind.label)} · ${pick(each.reason.label)}`,
      pick(each.status.label),
      <Took key="money" seconds={each.requestToMoneySeconds} kept={each.refundedInTime} />,
      format.money(each.amount),
    ],
  }));
  return (
    <Card title={t('orders.returns')} sub={t('orders.tookSub')}>
      <Rows columns={columns} rows={rows} />
    </Card>
  );
}

export function CompensationsCard({ order }: { order: OrderDetail }) {
  const { t, pick } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const columns = [
    { label: t('orders.granted') },
    { label: t('orders.failure') },
    { label: t('orders.form') },
    { label: t('orders.amount'), right: true },
  ];
  const rows = order.compensations.map((each) => ({
    key: each.id,
    cells: [
      format.dateTime(each.grantedAt, shop.zone),
      pick(each.failure.label),
      pick(each.form.label),
      format.money(each.amount),
    ],
  }));
  return (
    <Card title={t('orders.compensations')}>
      <Rows columns={columns} rows={rows} />
    </Card>
  );
}
