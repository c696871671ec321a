import { Answered } from '../../card/States.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { KpiCard } from '../../metric/KpiCard.tsx';
import { KpiRoom } from '../../metric/KpiRoom.tsx';
import { Chapter, Kpis } from '../../metric/Kpis.tsx';
import { per, perDay } from '../../metric/per.ts';
import { PrintedFigures } from '../../metric/PrintedFigures.tsx';
import { seriesOf, type MetricAnswer } from '../../metric/types.ts';
import type { MetricsState } from '../../metric/use-metrics.ts';
import { chapters } from './use-overview.ts';

export function FigureCards({ totals, history }: { totals: MetricsState; history: MetricsState }) {
  return (
    <Answered query={totals} height={860} room={<Rooms />}>
      {(answer) => <Chapters totals={answer} history={history.data} />}
    </Answered>
  );
}

/** The chapters with their cards still empty. */
function Rooms() {
  const { t } = useText();
  return (
    <div data-state="loading" aria-busy>
      <Kpis>
        {names.map((chapter) => (
          <Chapter key={chapter} title={t(`overview.${chapter}`)} note={t(`overview.${chapter}Note`)}>
            {chapters[chapter].map((metric) => (
              <KpiRoom key={metric} />
            ))}
          </Chapter>
        ))}
      </Kpis>
    </div>
  );
}

const sampleOf = (totals: MetricAnswer, metric: string): number => seriesOf(totals, metric)?.points[0]?.sample ?? 0;

/** A shop without a help desk has orders and no complaint rate at all: its chapter would be three cards of "no data". */
const tellsOfService = (totals: MetricAnswer): boolean =>
  sampleOf(totals, 'ORDERS') === 0 || chapters.service.some((metric) => sampleOf(totals, metric) > 0);

const names = Object.keys(chapters) as (keyof typeof chapters)[];

function Chapters({ totals, history }: { totals: MetricAnswer; history: MetricAnswer | undefined }) {
  const { t } = useText();
  const asides = useAsides(totals);
  const told = names.filter((name) => name !== 'service' || tellsOfService(totals));
  const cards = (metrics: readonly string[]) =>
    metrics.map((metric) => (
      <KpiCard key={metric} metric={metric} total={totals} history={history} aside={asides[metric]} />
    ));
  return (
    <Kpis>
      {told.map((chapter) => (
        <Chapter key={chapter} title={t(`overview.${chapter}`)} note={t(`overview.${chapter}Note`)}>
          {cards(chapters[chapter])}
        </Chapter>
      ))}
      <PrintedFigures answer={totals} metrics={told.flatMap((chapter) => chapters[chapter])} />
    </Kpis>
  );
}

/** Counts have no interval; in its place stands what they come to per day, order or customer. */
function useAsides(totals: MetricAnswer): Record<string, string> {
  const { t } = useText();
  const { shop, asOf } = useShop();
  const format = useFormat();
  const point = (metric: string) => seriesOf(totals, metric)?.points[0];
  const orders = point('ORDERS');
  const value = point('AVERAGE_ORDER_VALUE')?.value;
  const daily = perDay(orders, asOf);
  const each = per(orders, point('CUSTOMERS'));
  return {
    ...(daily === null ? {} : { ORDERS: t('metric.perDay', { value: format.count(Math.round(daily)) }) }),
    ...(value == null
      ? {}
      : {
          GMV: t('metric.perOrder', {
            value: format.value(value, { unit: 'MONEY', currency: shop.currency, decimals: 2 }),
          }),
        }),
    ...(each === null
      ? {}
      : { CUSTOMERS: t('overview.ordersEach', { value: format.value(each, { unit: 'SCORE', decimals: 3 }) }) }),
  };
}
