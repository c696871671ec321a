export { FormatProvider, useFormat } from './context.tsx';
export { formatter, type Formatter } from './formatter.ts';
export type { Bilingual, Lang } from './lang.ts';
export { type Measure, type Unit, type ValueParts } from './measure.ts';
export type { ChangeOptions } from './change.ts';
export { localDay, startOfDay, type Grain } from './date.ts';
export { pluralOf } from './plural.ts';
export { readingStep } from './span.ts';
export { directionGlyph } from './words.ts';
