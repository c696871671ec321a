import { anyRow, column, known, rows } from './known.ts';

/** What shops tell of orders and parcels. */
export const sale = {
  orders: known('orders', '订单', anyRow('orders')),
  'orders.customers': known('customers it knows', '可识别的顾客', rows('customers', null, 'identified')),
  'orders.promised_on': known('promised delivery days', '承诺送达日', column('orders', 'promised_on')),
  'orders.cancel_cause': known('reasons of canceled orders', '订单取消原因', column('orders', 'cancel_cause')),
  'orders.canceled_by_seller': known(
    'orders canceled by the seller',
    '商家原因取消的订单',
    column('orders', 'cancel_cause'),
    rows('orders', 'status', "status = 'unavailable'"),
  ),
  order_items: known('order lines', '订单明细', anyRow('order_items')),
  'order_items.picked_right': known('checks of what was picked', '拣货核对结果', column('order_items', 'picked_right')),
  payments: known('payments', '支付记录', anyRow('payments')),
  'payments.failed': known(
    'failed payment attempts',
    '支付失败记录',
    rows('payments', 'outcome', "outcome = 'failed'"),
  ),
  'payments.deposits': known('deposits', '定金支付记录', rows('payments', 'kind', "kind = 'deposit'")),
  'payments.charged_back_at': known('chargebacks', '拒付记录', column('payments', 'charged_back_at')),
  shipments: known('parcels', '包裹', anyRow('shipments')),
  'shipments.delivered_at': known('times of delivery', '签收时间', column('shipments', 'delivered_at')),
  'shipments.picked_up': known(
    'times of pick-up',
    '揽收时间',
    column('shipments', 'handed_over_at'),
    anyRow('tracking_events'),
  ),
  'shipments.promises': known(
    'delivery promises',
    '送达承诺',
    column('orders', 'promised_on'),
    column('shipments', 'promised_at'),
  ),
  'shipments.waybill': known('waybills', '运单号', column('shipments', 'waybill')),
  'shipments.slot_to': known('booked slots', '预约时段', column('shipments', 'slot_to')),
  'shipments.packaging': known('kinds of packaging', '包装种类', column('shipments', 'packaging')),
  'shipments.inspected': known('inspections at the door', '开箱验货记录', column('shipments', 'inspected')),
  'shipments.cost_minor': known('delivery costs', '配送成本', rows('shipments', 'cost', 'cost_minor is not null')),
  'shipments.losses': known(
    'losses of parcels',
    '包裹丢失记录',
    column('shipments', 'outcome'),
    anyRow('tracking_events'),
  ),
  tracking_events: known('carrier scans', '物流扫描记录', anyRow('tracking_events')),
  'tracking_events.attempts': known(
    'delivery attempts',
    '投递记录',
    rows('tracking_events', 'kind', "kind in ('attempt_failed', 'delivered')"),
  ),
  'tracking_events.out_for_delivery': known(
    'times out for delivery',
    '派送出发时间',
    rows('tracking_events', 'kind', "kind = 'out_for_delivery'"),
  ),
  'tracking_events.station_code': known('stations of scans', '扫描网点', column('tracking_events', 'station_code')),
  'tracking_events.recorded_at': known(
    'times scans became visible',
    '扫描可见时间',
    column('tracking_events', 'recorded_at'),
  ),
} as const;
