import { dimensions, type DimensionDefinition } from '@rapport/model/vocabulary';
import type { Dimension, DimensionValue } from './dimension.type.ts';

interface Named {
  en: string | null;
  zh: string | null;
}

/** A code with its label; a code no one has named yet is its own label. Absent is null, not a value of its own. */
export function dimensionValue(dimension: Dimension, code: string, label: Named): DimensionValue;
export function dimensionValue(dimension: Dimension, code: string | null, label: Named): DimensionValue | null;
export function dimensionValue(dimension: Dimension, code: string | null, label: Named): DimensionValue | null {
  return code === null
    ? null
    : { dimension, value: code, label: { en: label.en ?? code, zh: label.zh ?? label.en ?? code } };
}

/** A code whose label the vocabulary knows beforehand. */
export function knownValue(dimension: Dimension, code: string): DimensionValue;
export function knownValue(dimension: Dimension, code: string | null): DimensionValue | null;
export function knownValue(dimension: Dimension, code: string | null): DimensionValue | null {
  const { values = {} } = dimensions[dimension] as DimensionDefinition;
  return dimensionValue(dimension, code, values[code ?? ''] ?? { en: null, zh: null });
}
