import {
  customerValue,
  outlookOf,
  readHistoriesOf,
  type CustomerValue as Found,
  type ValueModel,
} from '@rapport/model/findings';
import type { Queryable } from '@rapport/model/schema';
import { money, moneyOrNull } from '../../platform/graphql/money.ts';
import { estimated } from '../second-orders/index.ts';
import type { CustomerOutlook, CustomerValue, ModelCheck } from './customer-value.type.ts';

const models = {
  after_repeat: { code: 'BG_NBD', label: { en: 'BG/NBD', zh: 'BG/NBD' } },
  after_any: { code: 'MBG_NBD', label: { en: 'MBG/NBD', zh: 'MBG/NBD' } },
} as const;

const whole = (minor: number | null): number | null => (minor === null ? null : Math.round(minor));

function checkOf(found: NonNullable<Found['diagnostics']>, least: number): ModelCheck {
  const { verdict, byFrequency, ...check } = found;
  return {
    ...check,
    verdict: verdict.toUpperCase() as Uppercase<typeof verdict>,
    byFrequency: byFrequency.filter(({ customers }) => customers >= least),
  };
}

export async function readCustomerValue(db: Queryable, asked: { shop: string; least: number }): Promise<CustomerValue> {
  const found = await customerValue(db, asked);
  const { answer, customers, aliveShare, orders365, value365Minor, currency, refusal, asOf } = found;
  const range = value365Minor?.interval ?? { low: value365Minor?.value ?? 0, high: value365Minor?.value ?? 0 };
  return {
    answer,
    customers,
    aliveShare,
    orders: orders365,
    value: value365Minor && estimated(value365Minor.value, range, currency),
    bands: found.bands.map(({ code, label, customers: held, orders365: orders, value365Minor: value }) => ({
      band: { code, label },
      customers: held,
      orders,
      value: moneyOrNull(whole(value), currency),
    })),
    model: found.model && models[found.model.buying.leaves],
    parameters: found.parameters.map(({ name: symbol, ...parameter }) => ({ symbol, ...parameter })),
    check: found.diagnostics && checkOf(found.diagnostics, asked.least),
    lapses: found.lapses.map(({ code, label, ...lapse }) => ({ failure: { code, label }, ...lapse })),
    refusal: refusal && { code: refusal.code, words: refusal.text },
    asOf: asOf || null,
  };
}

/** Customers by their shop. */
export async function readShopsOf(db: Queryable, customers: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await db.query<{ shop: string; ids: string[] }>(
    `/* shops of customers */ select shop, array_agg(customer_id::text) as ids from core.customers where customer_id = any($1::uuid[]) group by shop`,
    [customers],
  );
  return new Map(rows.map(({ shop, ids }) => [shop, ids]));
}

/** Outlooks of customers of one shop; without a model, or an order, there is none. */
export async function readOutlooks(
  db: Queryable,
  model: ValueModel,
  { shop, customers }: { shop: string; customers: readonly string[] },
): Promise<(CustomerOutlook & { customerId: string })[]> {
  const found = await readHistoriesOf(db, { shop, asOf: model.asOf, customers });
  return found.map(({ customerId, ...history }) => {
    const { value365Minor, ...outlook } = outlookOf(model, history);
    const value365 = value365Minor === null ? null : money(Math.round(value365Minor), model.currency);
    return { customerId, ...outlook, repeats: history.repeats, value365 };
  });
}
