import type { DimensionDefinition } from './dimension-definition.ts';
import { dimensionsOfCustomers } from './dimensions-of-customers.ts';
import { dimensionsOfOrders } from './dimensions-of-orders.ts';
import { dimensionsOfService } from './dimensions-of-service.ts';
import type { LocalizedText } from './text.ts';

/**
 * What figures can be cut by; which facts carry a dimension, and in which column, the facts say.
 * The code `''` stands for the rows that carry no value.
 */
export const dimensions = {
  ...dimensionsOfOrders,
  ...dimensionsOfService,
  ...dimensionsOfCustomers,
} as const satisfies Record<string, DimensionDefinition>;

export type Dimension = keyof typeof dimensions;
export const dimensionNames = Object.keys(dimensions) as Dimension[];
export const isDimension = (name: string): name is Dimension => Object.hasOwn(dimensions, name);

/** How the rows without a value are called. */
export const noValueLabel: LocalizedText = { en: 'None', zh: '无' };
