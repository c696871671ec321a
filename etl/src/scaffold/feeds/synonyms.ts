import type { FeedName } from '../../kit/feeds/names.ts';
import { ofTheRest } from './synonyms/rest.ts';
import { ofTheSale } from './synonyms/sale.ts';
import type { Synonyms } from './synonyms/shared.ts';

/** Feeds that a file can be recognised as. */
export const synonyms: Partial<Record<FeedName, Synonyms>> = { ...ofTheSale, ...ofTheRest };

/** Words in a file's name that say what it holds. */
export const fileWords: Partial<Record<FeedName, readonly string[]>> = {
  order_items: ['items', 'lines', 'order_items', 'lineitems', '明细'],
  customers: ['customers', 'members', 'users', 'clients', '客户', '会员', '用户'],
  products: ['products', 'catalog', 'catalogue', 'skus', 'goods', '商品'],
  payments: ['payments', 'transactions', '支付', '付款'],
  shipments: ['shipments', 'parcels', 'packages', 'deliveries', '包裹', '发货'],
  tracking_events: ['tracking', 'checkpoints', 'scans', 'track', '轨迹', '物流'],
  reviews: ['reviews', 'ratings', 'comments', 'comment', '评价', '评论'],
  service_cases: ['tickets', 'cases', 'incidents', 'incident', 'complaints', 'helpdesk', '工单', '投诉', '客服'],
  returns: ['returns', 'refunds', 'rma', '退款', '退货', '售后'],
  orders: ['orders', 'sales', 'order', 'pedidos', '订单', '交易'],
};

/** Without all of these a file is not that feed, whatever else fits; `a|b`: one of the two. */
export const hallmarks: Partial<Record<FeedName, readonly string[]>> = {
  orders: ['external_id', 'ordered_at'],
  order_items: ['order_ref', 'price'],
  customers: ['external_id'],
  products: ['external_id', 'title|category_code'],
  payments: ['order_ref', 'amount'],
  shipments: ['external_id', 'order_ref'],
  tracking_events: ['shipment_ref', 'occurred_at', 'kind'],
  reviews: ['score'],
  service_cases: ['external_id', 'opened_at'],
  returns: ['order_ref', 'amount'],
};
