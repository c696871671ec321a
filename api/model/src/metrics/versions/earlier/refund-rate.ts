import type { EarlierVersion } from '../../grammar.ts';
import { sql } from '../../sql.ts';

export const refundsApplied: EarlierVersion = {
  version: 1,
  since: '2026-01-01',
  description: {
    en: 'Of the paid orders placed in the period, the share whose customer asked for money back (a return or a refund without return, not withdrawn). A refund counted from the application on, whether or not it was granted.',
    zh: '统计期内下单且已支付的订单中，顾客申请退款（退货退款或仅退款，未撤销）的占比。自申请起即计入，不论是否通过。',
  },
  numerator: { en: 'paid orders with a request for money back', zh: '申请退款的支付订单数' },
  denominator: { en: 'paid orders', zh: '支付订单数' },
  needs: ['returns', 'payments'],
  kind: 'ratio',
  part: {
    where: sql`(j.customer_id, j.order_id) in (select r.customer_id, r.order_id from core.returns r where r.kind in ('return', 'refund_only') and r.status <> 'canceled' and r.deleted_at is null)`,
  },
  whole: { where: sql`j.payments_count > 0` },
  replaced: {
    en: 'Requests that were rejected cost nothing and said more of the form than of the goods; what is paid back is counted once it has arrived.',
    zh: '被拒绝的申请并未产生退款，反映的是申请入口而非商品；改为以退款到账为准。',
  },
};
