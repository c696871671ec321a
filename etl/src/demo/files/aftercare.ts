import { utcText } from '../world/calendar.ts';
import type { Compensation } from '../lives/compensation.ts';
import type { Message } from '../lives/messages.ts';
import type { Order } from '../lives/order.ts';
import type { Return } from '../lives/returns.ts';
import { flaw, LIST } from './helpdesk-words.ts';
import { yuan, type SystemFile } from './system-file.ts';
import type { Writer } from './writer.ts';

/** What the desk does about it: returns, compensations, messages. */
export class Aftercare {
  private readonly returns: SystemFile;
  private readonly given: SystemFile;
  private readonly messages: SystemFile;

  constructor(private readonly to: Writer) {
    const refund = {
      refund_id: 'X#',
      order_no: '20991231-000001',
      type: 'REFUND_RETURN',
      reason: '质量问题',
      num: 1,
      state: 'APPLIED',
      applied_at: '2026-08-01T02:00:00Z',
    };
    this.returns = to.open({
      ...LIST,
      name: 'demo_helpdesk/refunds.json',
      flaws: [flaw('unknown_code', { ...refund, reason: '外星人' }), flaw('not_positive', { ...refund, num: 0 })],
    });
    const payout = {
      claim_no: 'X#',
      order_no: '20991231-000001',
      ticket_id: null,
      uid: null,
      failure: 'DELAY',
      form: 'COUPON',
      worth: '10.00',
      at: '2026-08-01T02:00:00Z',
    };
    this.given = to.open({
      ...LIST,
      name: 'demo_helpdesk/payouts.json',
      flaws: [flaw('invalid_number', { ...payout, worth: '十元' }), flaw('unknown_code', { ...payout, form: 'HUG' })],
      orphan: (n) => JSON.stringify({ ...payout, claim_no: `XO${n}`, order_no: '20991230-000001' }),
    });
    const sent = {
      msg_id: 'X#',
      uid: null,
      order_no: '20991231-000001',
      kind: 'SHIPPED',
      via: 'sms',
      sent_at: '2026-08-01T02:00:00Z',
    };
    this.messages = to.open({
      ...LIST,
      name: 'demo_helpdesk/messages.json',
      flaws: [
        flaw('invalid_date', { ...sent, sent_at: '2026-08-01T25:00:00Z' }),
        flaw('unknown_code', { ...sent, kind: 'SMOKE' }),
      ],
    });
  }

  return(order: Order, one: Return): void {
    writeReturn(this.to, this.returns, order, one);
  }

  payout(order: Order, one: Compensation): void {
    if (!this.to.shop.isSeen(one.grantedAt)) return;
    const failure = {
      late: 'DELAY',
      damaged: 'BROKEN',
      lost: 'LOST',
      wrong_item: 'WRONG',
      not_as_described: 'MISMATCH',
      quality: 'DEFECT',
      service: 'SERVICE',
    }[one.failure];
    this.given.write(
      JSON.stringify({ claim_no: one.no, ticket_id: one.caseNo, order_no: order.id, uid: order.customer, failure, form: one.form.toUpperCase(), worth: yuan(one.fen), at: utcText(one.grantedAt) }),
    ); // prettier-ignore
    this.to.counts.row('compensations', { failure: one.failure, form: one.form }, { amount_minor: one.fen });
  }

  message(customer: string | null, one: Message): void {
    const { to } = this;
    if (!to.shop.isSeen(one.sentAt)) return;
    const kind = {
      delay_notice: 'DELAY',
      shipping_notice: 'SHIPPED',
      review_invitation: 'ASK_REVIEW',
      call_back: 'CALLBACK',
      campaign: 'PROMO',
      care: 'CARE',
      recovery: 'SORRY',
    }[one.kind];
    const group = one.arm === null ? null : one.arm === 'treated' ? 'A' : 'CONTROL';
    this.messages.write(
      JSON.stringify({ msg_id: one.no, uid: customer, order_no: one.order, ticket_id: one.caseNo, kind, via: one.channel, sent_at: utcText(one.sentAt), arrived_at: to.utc(one.deliveredAt), read_at: to.utc(one.openedAt), promised_for: one.promisedAt === null ? null : utcText(one.promisedAt), kept_at: to.utc(one.keptAt), offer: one.offer, group }),
    ); // prettier-ignore
    to.counts.row('messages', { kind: one.kind, channel: one.channel, arm: one.arm });
  }
}

/** The step a return has come to, and all before it. */
function writeReturn(to: Writer, file: SystemFile, order: Order, one: Return): void {
  const { shop } = to;
  if (!shop.isSeen(one.requestedAt)) return;
  const seen = (moment: number | null) => shop.isSeen(moment);
  let status = 'requested';
  if (seen(one.rejectedAt)) status = 'rejected';
  if (seen(one.approvedAt)) status = 'approved';
  if (seen(one.shippedAt)) status = 'shipped';
  if (seen(one.receivedAt)) status = 'received';
  if (seen(one.refundedAt)) status = 'refunded';
  if (seen(one.completedAt)) status = 'completed';
  if (seen(one.canceledAt)) status = 'canceled';
  const state = {
    requested: 'APPLIED',
    rejected: 'REFUSED',
    approved: 'AGREED',
    shipped: 'SENT_BACK',
    received: 'GOODS_IN',
    refunded: 'PAID_BACK',
    completed: 'DONE',
    canceled: 'WITHDRAWN',
  }[status];
  const type = { return: 'REFUND_RETURN', exchange: 'EXCHANGE', repair: 'REPAIR', refund_only: 'REFUND_ONLY' }[
    one.kind
  ];
  const reason = {
    no_reason: '七天无理由',
    quality: '质量问题',
    not_as_described: '描述不符',
    damaged: '破损',
    wrong_item: '错发漏发',
    size: '尺码不合适',
    late: '送达太晚',
    lost: '未收到货',
  }[one.reason];
  const policy = { seven_day: '7D', worry_free: 'CAREFREE', warranty: 'WARRANTY', goodwill: 'NEGOTIATED' }[one.policy];
  const verdict = seen(one.steppedInAt) ? one.decidedFor : null;
  file.write(
    JSON.stringify({ refund_id: one.no, order_no: order.id, type, reason, item_no: one.product.id, num: one.units, state, applied_at: utcText(one.requestedAt), agreed_at: to.utc(one.approvedAt), refused_at: to.utc(one.rejectedAt), sent_back_at: to.utc(one.shippedAt), goods_in_at: to.utc(one.receivedAt), paid_back_at: to.utc(one.refundedAt), done_at: to.utc(one.completedAt), due_at: utcText(one.dueAt), amount: yuan(one.fen), handling: yuan(one.costFen), policy, stepped_in_at: to.utc(one.steppedInAt), verdict: verdict === 'customer' ? 'BUYER' : verdict === 'merchant' ? 'SELLER' : null }),
  ); // prettier-ignore
  to.counts.row(
    'returns',
    { kind: one.kind, reason: one.reason, status },
    { refunded_minor: seen(one.refundedAt) ? one.fen : 0 },
  );
}
