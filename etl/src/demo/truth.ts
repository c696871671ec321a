import type { FileName } from './files.ts';
import type { Tally } from './tally.ts';
import { FLAWS } from './truths.ts';

export interface TruthHead {
  orders: number;
  months: number;
  seed: string;
  zone: string;
  firstDay: string;
  asOf: string;
}

// records = accepted + refused + pending, per file.
export interface FileTruth {
  records: number;
  accepted: number;
  refused: number;
  pending: number;
}

export type Truth = { shop: 'demo'; currency: 'CNY'; of: TruthHead; files: Record<FileName, FileTruth> } & Pick<
  Tally,
  'orders' | 'customers' | 'money' | 'delivery' | 'reviews' | 'repurchase' | 'backWithin90ByFirstDelay'
>;

export function truthOf(of: TruthHead, accepted: Record<FileName, number>, tally: Tally): Truth {
  const refused: Partial<Record<FileName, number>> = {
    customers: FLAWS.customers,
    payments: FLAWS.payments,
    shipments: FLAWS.shipments,
    reviews: FLAWS.reviews,
  };
  const pending: Partial<Record<FileName, number>> = { reviews: FLAWS.pendingReviews };
  const files = Object.fromEntries(
    Object.entries(accepted).map(([name, rows]) => {
      const out = refused[name as FileName] ?? 0;
      const waiting = pending[name as FileName] ?? 0;
      return [name, { records: rows + out + waiting, accepted: rows, refused: out, pending: waiting }];
    }),
  ) as Record<FileName, FileTruth>;
  const { orders, customers, money, delivery, reviews, repurchase, backWithin90ByFirstDelay } = tally;
  return {
    shop: 'demo',
    currency: 'CNY',
    of,
    files,
    orders,
    customers,
    money,
    delivery,
    reviews,
    repurchase,
    backWithin90ByFirstDelay,
  };
}
