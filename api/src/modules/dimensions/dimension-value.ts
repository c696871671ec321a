import type { Dimension, DimensionValue } from './dimension.type.ts';

/** A code with its label; a code no one has named yet is its own label. Absent is null, not a value of its own. */
export function dimensionValue(
  dimension: Dimension,
  code: string | null,
  label: { en: string | null; zh: string | null },
): DimensionValue | null {
  return code === null
    ? null
    : { dimension, value: code, label: { en: label.en ?? code, zh: label.zh ?? label.en ?? code } };
}
