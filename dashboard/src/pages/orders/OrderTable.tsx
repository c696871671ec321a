import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';

import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { Against } from '../../promise/Against.tsx';
import classes from './OrderTable.module.css';
import type { OrderRow } from './use-orders.ts';

export function OrderTable({ orders }: { orders: readonly OrderRow[] }) {
  const { t } = useText();
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('orders.order')}</th>
            <th>{t('orders.ordered')}</th>
            <th className={classes.roomy}>{t('orders.promised')}</th>
            <th className={classes.roomy}>{t('orders.delivered')}</th>
            <th>{t('orders.against')}</th>
            <th className={classes.wide}>{t('orders.region')}</th>
            <th className={`${classes.right} ${classes.roomy}`}>{t('orders.paid')}</th>
            <th>{t('orders.stars')}</th>
            <th>{t('orders.customer')}</th>
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <Row key={order.id} order={order} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ order }: { order: OrderRow }) {
  const { pick } = useText();
  const format = useFormat();
  const phone = useMediaQuery('(max-width: 720px)');
  const sameYear = order.orderedOn.slice(0, 4) === useShop().asOf.slice(0, 4);
  return (
    <tr data-testid="order-row">
      <td>
        <Link to="/orders/$id" params={{ id: order.id }} className={classes.link} title={order.externalId}>
          {order.externalId.length > (phone ? 14 : 20) ? `…${order.externalId.slice(-8)}` : order.externalId}
        </Link>
      </td>
      <td>{phone && sameYear ? format.dayShort(order.orderedOn) : format.day(order.orderedOn)}</td>
      <td className={classes.roomy}>{order.promisedOn ? format.day(order.promisedOn) : '–'}</td>
      <td className={classes.roomy}>{order.deliveredOn ? format.day(order.deliveredOn) : '–'}</td>
      <td>
        <Against order={order} />
      </td>
      <td className={classes.wide}>{order.region ? pick(order.region.label) : '–'}</td>
      <td className={`${classes.right} ${classes.roomy}`}>{format.money(order.paidTotal)}</td>
      <td>{order.reviews.length > 0 ? order.reviews.map((review) => `${review.score} ★`).join(', ') : '–'}</td>
      <td>
        <Link
          to="/customers/$id"
          params={{ id: order.customer.id }}
          className={classes.link}
          title={order.customer.externalId}
        >
          {order.customer.nameMasked ?? `${order.customer.externalId.slice(0, 6)}…`}
        </Link>
      </td>
    </tr>
  );
}
