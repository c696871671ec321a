import { Card } from '../../card/Card.tsx';
import { Answered, Empty } from '../../card/States.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useText } from '../../i18n/index.ts';
import { WhatChanged } from '../contribution/WhatChanged.tsx';
import { MetricActions } from '../MetricActions.tsx';
import { seriesOf, type MetricAnswer } from '../types.ts';
import type { MetricsState } from '../use-metrics.ts';

interface ChangeCardProps {
  /** What an address points at with `#id`. */
  id?: string;
  title: string;
  sub: string;
  metric: string;
  /** The page's totals, with their comparisons. */
  totals: MetricsState;
}

/** Where a figure's change comes from, as a card: cause by cause, region by region, what noise may have done told apart. */
export function ChangeCard({ id, title, sub, metric, totals }: ChangeCardProps) {
  const { t } = useText();
  const { definitions } = useShop();
  const definition = definitions.get(metric);
  const pointOf = (answer: MetricAnswer) => seriesOf(answer, metric)?.points[0];
  return (
    <Card id={id} title={title} sub={sub} actions={<MetricActions metric={metric} answer={totals.data} />}>
      <Answered query={totals} height={320}>
        {(answer) => {
          const point = pointOf(answer);
          const compared = point?.comparisons.some(({ change }) => change != null);
          return definition && point && compared ? (
            <WhatChanged definition={definition} point={point} slice={[]} bare />
          ) : (
            <Empty text={t('overview.notCompared')} />
          );
        }}
      </Answered>
    </Card>
  );
}
