import type { DimensionFilter, MetricsQueryVariables } from '../../gql/graphql.ts';

const listed = (values: readonly string[]): string => `[${values.join(', ')}]`;
const quoted = (values: readonly string[]): string => listed(values.map((value) => JSON.stringify(value)));

const condition = ({ dimension, in: values }: DimensionFilter): string =>
  `{ dimension: ${dimension}, in: ${quoted([values ?? []].flat())} }`;

const ANSWER = `    asOf
    series {
      metric { id title { en zh } unit }
      key { dimension value label { en zh } }
      points {
        bucket bucketEnd value numerator denominator sample mature
        interval { low high }
        comparisons { kind period { from to } value change significant }
      }
    }
    truncatedSeries
    explain { servedBy reason { en zh } }`;

/** The question as somebody would write it: what is usual is left out. */
export function questionText(asked: MetricsQueryVariables): string {
  const where = [asked.where ?? []].flat();
  const lines = [
    `metrics: ${listed([asked.metrics].flat())}`,
    `period: { from: "${asked.period.from}", to: "${asked.period.to}" }`,
    asked.grain && asked.grain !== 'TOTAL' ? `grain: ${asked.grain}` : '',
    asked.by?.length ? `by: ${listed([asked.by].flat())}` : '',
    where.length > 0 ? `where: [${where.map(condition).join(', ')}]` : '',
    asked.compare?.length ? `compare: ${listed([asked.compare].flat())}` : '',
    asked.events?.length ? `events: ${quoted([asked.events].flat())}` : '',
    asked.limit && asked.limit !== 50 ? `limit: ${asked.limit}` : '',
  ].filter(Boolean);
  return `query Explore {\n  metrics(\n${lines.map((line) => `    ${line}`).join('\n')}\n  ) {\n${ANSWER}\n  }\n}\n`;
}
