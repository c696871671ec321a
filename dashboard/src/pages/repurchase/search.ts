import { present } from '../../filters/search.ts';

/** How the curve is cut: not at all, by whether the first parcel came late, or by how late. */
export type CurveCut = 'all' | 'late' | 'delay';

export interface RepurchaseSearch {
  curve?: CurveCut;
}

const cuts = ['all', 'late', 'delay'] as const satisfies readonly CurveCut[];

export const readRepurchaseSearch = (raw: Record<string, unknown>): RepurchaseSearch =>
  present({ curve: cuts.find((cut) => cut === raw['curve']) });
