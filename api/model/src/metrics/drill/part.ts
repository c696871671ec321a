import type { MetricPart } from '../answer/types.ts';
import { allOf } from '../compile/filters.ts';
import { sql, type Sql } from '../sql.ts';

/** Rows of the whole, those of the part among them, or those that are not. */
export const partOf = (whole: Sql[], part: Sql[], wanted: MetricPart): Sql[] => {
  if (wanted === 'DENOMINATOR') return whole;
  return wanted === 'NUMERATOR' ? [...whole, ...part] : [...whole, sql`(${allOf(part)}) is not true`];
};
