import type { Queryable } from '@rapport/model/schema';
import { paymentOutcomes } from '@rapport/model/vocabulary';
import { listOf, orderKeyArrays, type PaidKey } from '../../platform/database/loaders.ts';
import { labelled } from '../../platform/graphql/code.type.ts';
import { money } from '../../platform/graphql/money.ts';
import { knownValue } from '../dimensions/index.ts';
import type { Payment } from './payment.type.ts';

interface PaymentRow extends Omit<Payment, 'method' | 'amount' | 'kind' | 'outcome'> {
  orderId: string;
  method: string;
  kind: string;
  outcome: string;
  amountMinor: number;
  currency: string;
}

export async function readPaymentsOfOrders(
  db: Queryable,
  keys: readonly PaidKey[],
): Promise<(Payment & { orderId: string })[]> {
  const { rows } = await db.query<PaymentRow>(
    `/* payments of orders */ select p.id, p.order_id as "orderId", p.payment_no as "paymentNo", p.method, p.installments, p.amount_minor as "amountMinor",
       p.paid_at as "paidAt", p.kind, p.outcome, p.attempted_at as "attemptedAt", p.failure, p.charged_back_at as "chargedBackAt", k.currency
     from ${listOf('uuid', 'uuid', 'text')} as k(customer_id, order_id, currency)
     join core.payments p on p.customer_id = k.customer_id and p.order_id = k.order_id and p.deleted_at is null
     order by p.order_id, p.payment_no, p.id`,
    [...orderKeyArrays(keys), keys.map(({ currency }) => currency)],
  );
  return rows.map(({ method, kind, outcome, amountMinor, currency, ...payment }) => ({
    ...payment,
    method: knownValue('PAYMENT_METHOD', method),
    kind: knownValue('PAYMENT_KIND', kind),
    outcome: labelled(paymentOutcomes, outcome),
    amount: money(amountMinor, currency),
  }));
}
