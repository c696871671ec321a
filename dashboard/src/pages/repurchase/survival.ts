import { curveAxis, type CurveSeries } from '../../charts/index.ts';
import type { SurvivalQuery } from '../../gql/graphql.ts';
import { figureData } from '../../metric/figure-data.ts';
import { delayOrder } from '../../metric/stars.ts';
import type { Lang } from '../../metric/types.ts';
import { CURVE_DAYS, shareMetrics } from './use-cohorts.ts';

export type Curves = SurvivalQuery['survival']['curves'];
export type SurvivalCurve = Curves[number];

const marked = Object.entries(shareMetrics).map(([day, metric]) => ({ day: Number(day), metric }));

export const codeOf = (curve: SurvivalCurve): string => curve.key[0]?.value ?? '';

/** A curve with its days by name; without an observed customer there is none. */
export function curveSeries(
  curve: SurvivalCurve,
  look: Pick<CurveSeries, 'label' | 'tone' | 'thin'>,
): CurveSeries | null {
  if (curve.seenDays === null || curve.seenDays === undefined) return null;
  return {
    key: codeOf(curve),
    ...look,
    customers: curve.customers,
    seenDays: curve.seenDays,
    steps: curve.steps,
    atRisk: curve.atRisk,
    marks: marked.flatMap(({ day, metric }, at) => {
      const point = curve.shareBack[at];
      return point
        ? [
            {
              day,
              value: point.value ?? null,
              interval: point.interval ?? null,
              marking: figureData({ id: metric }, point, curve.key),
            },
          ]
        : [];
    }),
  };
}

/** First parcels on time against those that came late; the others came to no end, or had no promise. */
export function lateSeries(curves: Curves, lang: Lang): CurveSeries[] {
  return (['on_time', 'late'] as const).flatMap((code) => {
    const curve = curves.find((each) => codeOf(each) === code);
    const label = curve?.key[0]?.label[lang] ?? code;
    return (curve && curveSeries(curve, { label, tone: code === 'late' ? 'bad' : 'now' })) ?? [];
  });
}

export interface Panel {
  key: string;
  label: string;
  customers: number;
  series: CurveSeries[];
}

/** Earliest first; those without a promise are not compared with one. */
export const inOrder = (curves: Curves): SurvivalCurve[] =>
  delayOrder.flatMap((code) => curves.find((curve) => codeOf(curve) === code) ?? []);

/** One small chart a delay, earliest first, each against all first orders; the last bucket, undelivered, is no delay. */
export function delayPanels(curves: Curves, all: SurvivalCurve | undefined, lang: Lang, allLabel: string): Panel[] {
  return inOrder(curves).flatMap((curve): Panel[] => {
    const code = codeOf(curve);
    const label = curve.key[0]?.label[lang] ?? code;
    const tone = code.startsWith('late') ? 'bad' : code === 'not_delivered' ? 'warn' : 'now';
    const own = curveSeries(curve, { label, tone });
    const against = all && curveSeries(all, { label: allLabel, tone: 'then', thin: true });
    return own ? [{ key: code, label, customers: curve.customers, series: [own, ...(against ? [against] : [])] }] : [];
  });
}

/** One axis for all panels, or none could be held against another. */
export const panelAxis = (panels: readonly Panel[], fewBelow: number) =>
  curveAxis(
    panels.flatMap(({ series }) => series),
    CURVE_DAYS,
    fewBelow,
  );

/** Whether two curves are apart at a day by name: their bands do not meet there. Null where one has no band. */
export function apartOn(a: SurvivalCurve | undefined, b: SurvivalCurve | undefined, at: number): boolean | null {
  const [one, other] = [a?.shareBack[at]?.interval, b?.shareBack[at]?.interval];
  if (!one || !other) return null;
  return one.low > other.high || other.low > one.high;
}
