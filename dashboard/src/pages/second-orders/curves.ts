import type { CurveSeries } from '../../charts/index.ts';
import type { SecondOrdersQuery } from '../../gql/graphql.ts';
import type { Lang } from '../../metric/types.ts';

export type Found = SecondOrdersQuery['secondOrders'];
export type Group = Found['groups'][number];

export const CURVE_DAYS = 360;

/** Fewer still observed than this: dotted. */
export const FEW = 30;

const toneOf = (group: Group): CurveSeries['tone'] =>
  group.reference ? 'now' : group.verdict === 'MORE' ? 'good' : group.verdict === 'FEWER' ? 'bad' : 'warn';

export const seriesOf = (group: Group, lang: Lang, look: Partial<CurveSeries> = {}): CurveSeries => ({
  key: group.group.code,
  label: group.group.label[lang],
  tone: toneOf(group),
  customers: group.customers,
  seenDays: group.seenDays,
  steps: group.steps,
  atRisk: group.atRisk,
  marks: group.marks.map(({ day, share, interval }) => ({ day, value: share ?? null, interval: interval ?? null })),
  ...look,
});

export const compared = (found: Found): Group[] => found.groups.filter(({ reference }) => !reference);
export const referenceOf = (found: Found): Group | undefined => found.groups.find(({ reference }) => reference);
