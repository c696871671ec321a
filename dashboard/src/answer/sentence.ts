import type { Formatter } from '../format/index.ts';
import type { MetricPoint } from '../metric/types.ts';

/** A page's answer: the verdict, then in grey the cause and how sure it is. */
export interface PageAnswer {
  lead: string;
  rest: string | null;
}

/** Chinese sets its sentences without spaces between them. */
export function sentences(pieces: readonly (string | null | undefined)[], format: Formatter): string | null {
  const said = pieces.filter((piece): piece is string => Boolean(piece));
  return said.length === 0 ? null : said.join(format.lang === 'zh' ? '' : ' ');
}

export const settled = (point: MetricPoint | undefined): point is MetricPoint & { value: number } =>
  point !== undefined &&
  point.value != null &&
  point.mature &&
  !point.partial &&
  point.status !== 'TOO_FEW' &&
  !point.suppressed;
