import type { MetricRequest } from '@rapport/model/metrics';
import { Batch } from '../../platform/database/loaders.ts';
import type { LoaderOf, RequestContext } from '../../platform/graphql/context.ts';
import { answersOf, type MetricAnswer, type MetricSeries } from '../metrics/index.ts';
import type { Figure, ScorecardArguments } from './figure.type.ts';
import { definitionOf, usualFigures, type Kept } from './usual-figures.ts';

export interface ScorecardKey {
  dimension: Kept;
  shop: string;
  code: string;
  asked: ScorecardArguments;
}

const cardKey = ({ dimension, shop, asked }: ScorecardKey): string => JSON.stringify([dimension, shop, asked]);

function answerFor({ pool, reads, principal }: RequestContext, keys: readonly ScorecardKey[]): Promise<MetricAnswer> {
  const { dimension, shop, asked } = keys[0]!;
  const codes = [...new Set(keys.map(({ code }) => code))].toSorted();
  const { period, metrics, where, compare } = asked;
  const request = {
    metrics: metrics ?? usualFigures[dimension],
    period,
    by: [dimension],
    where: [...(where ?? []), { dimension: 'SHOP', in: [shop] }, { dimension, in: codes }],
    compare,
    limit: codes.length,
  } as MetricRequest;
  return answersOf(pool).answer(reads, request, { role: principal.role });
}

/** What is shown where nobody on the list has a figure of this metric. */
function emptyHead(id: string): Figure['metric'] {
  const definition = definitionOf(id);
  if (!definition) throw new Error(`The answer to a scorecard lacks ${id}, which the catalogue does not have.`);
  const { title, unit, decimals, polarity, version, target } = definition;
  return { id, title, unit, decimals, polarity, version, currency: null, target };
}

function cardOf({ dimension, code, asked }: ScorecardKey, series: readonly MetricSeries[]): Figure[] {
  return [...new Set(asked.metrics ?? usualFigures[dimension])].map((id) => {
    const ofMetric = series.filter(({ metric }) => metric.id === id);
    const own = ofMetric.find(({ key }) => key[0]?.value === code);
    return { metric: (own ?? ofMetric[0])?.metric ?? emptyHead(id), point: own?.points[0] ?? null };
  });
}

/** The cards of a whole list are one question to the metrics, however long the list is. */
export const scorecardOf: LoaderOf<ScorecardKey, Figure[]> = (context) =>
  new Batch<ScorecardKey, Figure[]>(
    async (keys) => {
      const cards = new Map<string, MetricSeries[]>();
      for (const [card, group] of Map.groupBy(keys, cardKey)) cards.set(card, (await answerFor(context, group)).series);
      return keys.map((key) => cardOf(key, cards.get(cardKey(key)) ?? []));
    },
    (key) => JSON.stringify([cardKey(key), key.code]),
  );
