import { Link } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { Rows } from '../../card/Rows.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { Against } from '../../promise/Against.tsx';
import { Reveal } from '../../reveal/Reveal.tsx';
import { Facts, type Fact } from './Facts.tsx';
import classes from './index.module.css';
import type { Story } from './stories.ts';
import type { Customer360, StoryOrder } from './use-customer.ts';

/** What the story's order cost beside the goods: what was given, what was refunded, and the handling. */
export function CostCard({ order, story }: { order: StoryOrder; story: Story }) {
  const { t, pick } = useText();
  const format = useFormat();
  const facts: Fact[] = [
    ...order.compensations.map((each): Fact => [pick(each.form.label), format.money(each.amount), each.id]),
    ...order.returns
      .filter((each) => Number(each.refunded.amount) > 0)
      .map((each): Fact => [pick(each.kind.label), format.money(each.refunded), each.id]),
    ...(order.serviceCost ? [[t('customer.costService'), format.money(order.serviceCost)] as Fact] : []),
    ...(order.deliveryCost ? [[t('customer.costDelivery'), format.money(order.deliveryCost)] as Fact] : []),
  ];
  return (
    <Card title={t('customer.cost')} sub={t('customer.costSub', { day: format.day(story.placed.on) })}>
      {facts.length > 0 ? <Facts facts={facts} /> : <p className={classes.none}>{t('customer.costNone')}</p>}
    </Card>
  );
}

/** The most liked categories that are named. */
const NAMED = 3;

export function RelationCard({ customer }: { customer: Customer360 }) {
  const { t, pick } = useText();
  const format = useFormat();
  const { tier, tierSince, registeredAt, origin, nextCategory } = customer;
  const liked = customer.preferences
    .filter(({ orders }) => orders > 0)
    .slice(0, NAMED)
    .map(({ category, share }) =>
      // Of one order every share is the whole.
      customer.ordersCount > 1
        ? t('customer.prefersPart', { category: pick(category.label), share: format.share(share, 0) })
        : pick(category.label),
    );
  const facts: (Fact | null)[] = [
    [
      t('customer.member'),
      tier && tierSince
        ? t('customer.memberSince', { tier: pick(tier.label), day: format.day(tierSince) })
        : t('customer.noMember'),
    ],
    registeredAt ? [t('customer.registered'), format.day(registeredAt.slice(0, 10))] : null,
    origin ? [t('customer.origin'), pick(origin.label)] : null,
    liked.length > 0 ? [t('customer.prefers'), liked.join(t('customer.comma'))] : null,
    nextCategory ? [t('customer.next'), pick(nextCategory.label)] : null,
    ...customer.consents.map(({ purpose, granted }): Fact => [
      pick(purpose.label),
      t(granted ? 'customer.consented' : 'customer.refused'),
    ]),
  ];
  return (
    <Card title={t('customer.relation')}>
      <Facts facts={facts.filter((fact) => fact !== null)} />
    </Card>
  );
}

/** Rows of the list of orders that are read at a glance. */
const SHOWN = 12;

export function OrdersCard({ customer }: { customer: Customer360 }) {
  const { t, pick } = useText();
  const format = useFormat();
  const columns = [
    { label: t('orders.ordered') },
    { label: t('orders.against') },
    { label: t('orders.paid'), right: true },
  ];
  const newest = customer.orders.nodes.toSorted((a, b) => b.orderedOn.localeCompare(a.orderedOn)).slice(0, SHOWN);
  const rows = newest.map((order) => ({
    key: order.id,
    cells: [
      <Link key="order" to="/orders/$id" params={{ id: order.id }} className={classes.link}>
        {format.day(order.orderedOn)}
      </Link>,
      <span key="against" className={classes.against}>
        <Against order={order} />
        <small>
          {order.failures
            .filter(({ value }) => value !== 'late')
            .map(({ label }) => pick(label))
            .join(t('customer.comma'))}
        </small>
      </span>,
      format.money(order.paidTotal),
    ],
  }));
  return (
    <Card
      title={t('customer.ordersTitle', {
        count: customer.orders.totalCount,
        n: format.count(customer.orders.totalCount),
      })}
      sub={t('customer.ordersSub')}
      note={
        customer.orders.totalCount > rows.length ? t('customer.ordersMore', { n: format.count(rows.length) }) : null
      }
    >
      <Rows columns={columns} rows={rows} />
    </Card>
  );
}

export function PrivacyCard({ customer }: { customer: Customer360 }) {
  const { t } = useText();
  const facts: Fact[] = [
    [t('customer.name'), customer.nameMasked ?? t('customer.notHeld')],
    [t('customer.phone'), customer.phoneMasked ?? t('customer.notHeld')],
    [t('customer.identified'), customer.identified ? t('customer.yes') : t('customer.no')],
  ];
  return (
    <Card title={t('customer.privacy')} note={t('customer.privacyNote')}>
      <Facts facts={facts} />
      <Reveal key={customer.id} whose={{ customer: customer.id }} />
    </Card>
  );
}
