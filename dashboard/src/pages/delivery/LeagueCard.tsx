import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { IntervalLeague, leagueTable, type LeagueProps } from '../../charts/index.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useWiden } from '../../filters/use-widen.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useDrill } from '../../metric/Drill.tsx';
import { MetricActions } from '../../metric/MetricActions.tsx';
import { leagueRows } from '../../metric/league-rows.ts';
import { slicesOf, type MetricAnswer } from '../../metric/types.ts';
import { useRegions } from './use-delivery.ts';

const metric = 'PROMISE_KEPT_RATE';

/** Regions with their intervals; a place is a range where intervals overlap. */
export function LeagueCard() {
  const widen = useWiden();
  const query = useRegions();
  const { period } = useFilters();
  const { t } = useText();
  const format = useFormat();
  const props = useLeague(query.data);
  return (
    <Card
      title={t('delivery.league')}
      sub={t('delivery.leagueSub', { days: format.dayRange(period.from, period.to) })}
      table={props ? leagueTable(props, format) : undefined}
      file="promise-kept-league"
      actions={<MetricActions metric={metric} answer={query.data} />}
    >
      <Answered query={query} height={550} onWiden={widen} empty={(answer) => answer.series.length === 0}>
        {() => (props ? <IntervalLeague {...props} /> : null)}
      </Answered>
    </Card>
  );
}

function useLeague(answer: MetricAnswer | undefined): LeagueProps | undefined {
  const { t, lang } = useText();
  const { period } = useFilters();
  const format = useFormat();
  const drill = useDrill();
  const { definitions } = useShop();
  const series = answer ? slicesOf(answer, metric) : [];
  const head = series[0]?.metric;
  if (!head) return undefined;
  return {
    title: t('delivery.league'),
    measure: head,
    rows: leagueRows(series, lang, format, definitions.get(metric)?.minSample).toSorted(
      (a, b) => (b.value ?? 0) - (a.value ?? 0),
    ),
    higherIsBetter: true,
    reference: head.target ? { value: head.target.value, label: t('delivery.target') } : null,
    places: true,
    onRow: drill ? (region) => drill({ metric, period, slice: [{ dimension: 'REGION', value: region }] }) : undefined,
  };
}
