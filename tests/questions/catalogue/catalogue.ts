import type { Asked } from './form.ts';
import { cost } from './cost.ts';
import { demand } from './demand.ts';
import { loyalty } from './loyalty.ts';
import { promise } from './promise.ts';
import { afterSale } from './after-sale.ts';
import { complaints, service } from './service.ts';
import { products, shopping } from './shopping.ts';
import { reputation, voice } from './voice.ts';

/** A second opinion on every metric, written from METRICS.md and its description; it shares nothing with the engine. */
export const asked: Readonly<Record<string, Asked>> = {
  ...demand,
  ...loyalty,
  ...promise,
  ...voice,
  ...shopping,
  ...service,
  ...complaints,
  ...afterSale,
  ...reputation,
  ...products,
  ...cost,
};
