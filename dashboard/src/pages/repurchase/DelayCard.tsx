import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { IntervalLeague, leagueTable, type LeagueProps } from '../../charts/index.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useDrill } from '../../metric/Drill.tsx';
import { apartFrom, leagueRows } from '../../metric/league-rows.ts';
import { MetricActions } from '../../metric/MetricActions.tsx';
import { inDelayOrder } from '../../metric/stars.ts';
import { seriesOf, slicesOf, type MetricAnswer } from '../../metric/types.ts';
import type { MetricsState } from '../../metric/use-metrics.ts';
import { useByDelay, useHistory } from './use-repurchase.ts';

const metric = 'REPURCHASE_RATE_90D';

/** Whether how the first order arrived goes with a second one: each bucket against all first orders. */
export function DelayCard({ totals }: { totals: MetricsState }) {
  const query = useByDelay();
  const { t } = useText();
  const format = useFormat();
  const { definitions } = useShop();
  const props = useLeague(query.data, totals.data);
  return (
    <Card
      id="delay"
      title={t('repurchase.delay')}
      sub={t('repurchase.delaySub', { n: definitions.get(metric)?.minSample ?? 0 })}
      table={props ? leagueTable(props, format) : undefined}
      file="repurchase-by-delay"
      actions={<MetricActions metric={metric} answer={query.data} />}
      note={props ? <Verdict props={props} /> : undefined}
    >
      <Answered query={query} height={290} empty={(answer) => answer.series.length === 0}>
        {() => (props ? <IntervalLeague {...props} /> : null)}
      </Answered>
    </Card>
  );
}

function useLeague(answer: MetricAnswer | undefined, totals: MetricAnswer | undefined): LeagueProps | undefined {
  const { t, lang } = useText();
  const format = useFormat();
  const drill = useDrill();
  const period = useHistory();
  const { definitions } = useShop();
  const series = answer ? inDelayOrder(slicesOf(answer, metric)) : [];
  const head = series[0]?.metric;
  if (!head) return undefined;
  const rows = leagueRows(series, lang, format, definitions.get(metric)?.minSample);
  const all = totals ? seriesOf(totals, metric)?.points[0]?.value : undefined;
  return {
    title: t('repurchase.delay'),
    measure: head,
    rows,
    fromZero: true,
    higherIsBetter: true,
    reference: typeof all === 'number' ? { value: all, label: t('repurchase.all') } : null,
    onRow: drill
      ? (bucket) => drill({ metric, period, slice: [{ dimension: 'DELAY_BUCKET', value: bucket }] })
      : undefined,
  };
}

/** Verdict first: which buckets differ from the whole by more than noise, if any. */
function Verdict({ props }: { props: LeagueProps }) {
  const { t, lang } = useText();
  const apart = apartFrom(props.rows, props.reference?.value);
  if (apart.length === 0) return <>{t('repurchase.cannotTell')}</>;
  return <>{t('repurchase.someApart', { buckets: apart.map((row) => row.label).join(lang === 'zh' ? '、' : ', ') })}</>;
}
