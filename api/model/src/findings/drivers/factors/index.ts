import type { Factor } from '../types.ts';
import { deliveryFactors } from './delivery.ts';
import { orderFactors } from './order.ts';
import { serviceFactors } from './service.ts';

const declared = { ...deliveryFactors, ...serviceFactors, ...orderFactors };

export type FactorId = keyof typeof declared;
export const factors: Readonly<Record<FactorId, Factor>> = declared;
export const factorIds = Object.keys(declared) as FactorId[];

/** What the shop does, unlike who buys what. */
export const isLever = (factor: FactorId): boolean => !(factor in orderFactors);
