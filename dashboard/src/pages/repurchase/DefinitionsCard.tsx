import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { DefinitionRows, definitionTable, type DefinitionRowsProps } from '../../charts/index.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useDefinition } from '../../metric/drawer-context.tsx';
import { figureData } from '../../metric/figure-data.ts';
import { MetricActions } from '../../metric/MetricActions.tsx';
import { seriesOf, type MetricAnswer } from '../../metric/types.ts';
import type { MetricsState } from '../../metric/use-metrics.ts';
import { definitions, useHistory } from './use-repurchase.ts';

const headline = 'REPEAT_PURCHASE_DAYS_RATE';

/** One word, five meanings, side by side on one axis, each with its numerator, denominator and interval. */
export function DefinitionsCard({ query }: { query: MetricsState }) {
  const { t } = useText();
  const format = useFormat();
  const history = useHistory();
  const props = useRows(query.data);
  return (
    <Card
      title={t('repurchase.definitions')}
      sub={t('repurchase.definitionsSub', { days: format.dayRange(history.from, history.to) })}
      table={props ? definitionTable(props, format) : undefined}
      file="repurchase-definitions"
      actions={<MetricActions metric={headline} answer={query.data} />}
    >
      <Answered
        query={query}
        height={300}
        empty={(answer) => answer.series.every((series) => (series.points[0]?.sample ?? 0) === 0)}
      >
        {() => (props ? <DefinitionRows {...props} /> : null)}
      </Answered>
    </Card>
  );
}

function useRows(answer: MetricAnswer | undefined): DefinitionRowsProps | undefined {
  const { t } = useText();
  const define = useDefinition();
  if (!answer) return undefined;
  const found = definitions.flatMap((metric) => {
    const series = seriesOf(answer, metric);
    const point = series?.points[0];
    return series && point ? [{ metric, head: series.metric, point }] : [];
  });
  return {
    title: t('repurchase.definitions'),
    measure: { unit: 'PERCENT', decimals: found[0]?.head.decimals },
    heads: {
      definition: t('repurchase.definition'),
      counts: t('repurchase.counts'),
      share: t('repurchase.share'),
      numerator: t('repurchase.cameBack'),
      denominator: t('repurchase.of'),
      useFor: t('repurchase.useFor'),
      headline: t('repurchase.headline'),
    },
    rows: found.map(({ metric, head, point }) => ({
      key: metric,
      title: t(`repurchase.${metric}.title`),
      counts: t(`repurchase.${metric}.counts`),
      useFor: t(`repurchase.${metric}.useFor`),
      value: point.value ?? null,
      interval: point.interval ?? null,
      numerator: point.numerator ?? null,
      denominator: point.denominator ?? null,
      headline: metric === headline,
      hollow: point.status === 'TOO_FEW',
      marking: figureData(head, point),
    })),
    onRow: (metric) => {
      const row = found.find((each) => each.metric === metric);
      if (row) define({ metric, point: row.point, explain: answer.explain.find((each) => each.metric === metric) });
    },
  };
}
