import type { FeedName } from '../../kit/feeds/names.ts';
import { contractOf } from '../../kit/feeds/contracts.ts';
import type { ColumnPlan, FilePlan } from '../plan.ts';
import { expression, ref } from './expression.ts';
import type { FeedPlan } from './feed-sql.ts';

/** Other feeds that the same file tells something of, where no file of their own does. */
export function companions(plan: FilePlan, home: ReadonlySet<FeedName>): FeedPlan[] {
  const made = plan.feed === 'orders' ? ofOrders(plan) : plan.feed === 'order_items' ? ofLines(plan) : [];
  return made.filter(({ feed }) => !home.has(feed));
}

type Fields = FeedPlan['fields'];

function value(feed: FeedName, field: string, column: ColumnPlan | undefined): Fields {
  return column ? [[field, expression(feed, field, column, contractOf(feed).columns[field])]] : [];
}

function ofOrders({ role, mapping, columns }: FilePlan): FeedPlan[] {
  const id = mapping.get('external_id');
  if (!id) return [];
  const order = ref(id);
  const part = (feed: FeedName, says: string, fields: Fields, tail?: string): FeedPlan => ({
    feed,
    role,
    secondary: true,
    says,
    fields: [['external_id', { sql: `${order} || '#1'` }], ['order_ref', { sql: order }], ...fields],
    ...(tail === undefined ? {} : { tail }),
  });
  const total = mapping.get('$total');
  const paid = mapping.get('approved_at');
  const plans: FeedPlan[] = [];
  if (total) {
    const price = {
      ...expression('order_items', 'price', total, contractOf('order_items').columns['price']),
      mark: `CHECK: the file knows no lines, so an order is one line of "${total.title}"`,
    };
    plans.push(
      part(
        'order_items',
        'Lines of orders, as far as the file tells.',
        [['item_no', { sql: '1' }], ['price', price], ...value('order_items', 'freight', mapping.get('$freight'))],
        `where ${ref(total)} is not null`,
      ),
    );
  }
  if (total && (paid || mapping.get('$method'))) {
    const method = mapping.get('$method');
    const how: Fields = method ? value('payments', 'method', method) : [['method', { sql: `'not_defined'` }]];
    plans.push(
      part(
        'payments',
        'Payments: one an order, of its total.',
        [
          ['payment_no', { sql: '1' }],
          ...how,
          ...value('payments', 'amount', total),
          ...value('payments', 'paid_at', paid),
        ],
        `where ${ref(paid ?? total)} is not null`,
      ),
    );
  }
  const arrived = mapping.get('$delivered');
  const sent = mapping.get('$shipped');
  if (arrived || sent || mapping.get('$waybill')) {
    plans.push(
      part(
        'shipments',
        'Parcels: one an order.',
        [
          ...value('shipments', 'carrier_code', mapping.get('$carrier')),
          ...value('shipments', 'handed_over_at', sent),
          ...value('shipments', 'delivered_at', arrived),
          ...value('shipments', 'waybill', mapping.get('$waybill')),
        ],
        `where coalesce(${[arrived, sent, mapping.get('$waybill')].flatMap((one) => (one ? [`${ref(one)}::text`] : [])).join(', ')}) is not null`,
      ),
    );
  }
  return [...plans, ...ofBuyers(role, mapping, columns)];
}

/** Who bought, by the latest order. */
function ofBuyers(role: string, mapping: FilePlan['mapping'], columns: readonly ColumnPlan[]): FeedPlan[] {
  const buyer = mapping.get('customer_ref');
  if (!buyer) return [];
  const contacts = (['name', 'phone', 'email'] as const).flatMap((kind): Fields => {
    const held = columns.find((column) => column.personal === kind && column !== buyer);
    return held
      ? [
          [kind, { sql: ref(held) }],
          [`${kind}_masked`, { sql: ref({ name: `${held.name}_masked` }) }],
        ]
      : [];
  });
  const fields: Fields = [
    ...value('customers', 'region_code', mapping.get('region_code')),
    ...value('customers', 'city', mapping.get('city')),
    ...contacts,
  ];
  if (fields.length === 0) return [];
  const id = ref(buyer);
  return [
    {
      feed: 'customers',
      role,
      secondary: true,
      says: 'Who buys, as the latest order says.',
      fields: [['external_id', { sql: id }], ...fields],
      distinctOn: id,
      tail: `where ${id} is not null\norder by ${id}, record_no desc`,
    },
  ];
}

/** A file of lines also tells of the orders they are of, and of what was sold. */
function ofLines({ role, mapping }: FilePlan): FeedPlan[] {
  const order = mapping.get('order_ref');
  const ordered = mapping.get('$ordered');
  const product = mapping.get('product_ref');
  const title = mapping.get('$title');
  const once = (feed: FeedName, says: string, key: ColumnPlan, fields: Fields): FeedPlan => ({
    feed,
    role,
    secondary: true,
    says,
    fields: [['external_id', { sql: ref(key) }], ...fields],
    distinctOn: ref(key),
    tail: `where ${ref(key)} is not null\norder by ${ref(key)}, record_no`,
  });
  const status = mapping.get('$status');
  const how: Fields = status
    ? value('orders', 'status', status)
    : [['status', { sql: `'approved'`, mark: 'CHECK: the file tells no status, so every order counts as valid' }]];
  return [
    ...(order && ordered
      ? [
          once('orders', 'Orders, by the first of their lines.', order, [
            ...value('orders', 'customer_ref', mapping.get('$customer')),
            ...how,
            ...value('orders', 'ordered_at', ordered),
          ]),
        ]
      : []),
    ...(product && title ? [once('products', 'What was sold.', product, [['title', { sql: ref(title) }]])] : []),
  ];
}
