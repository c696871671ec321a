import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { IntervalLeague, sharesTable, StackedShares, type StackedSharesProps } from '../../charts/index.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useWiden } from '../../filters/use-widen.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useMark } from '../../metric/mark/use-mark.ts';
import { leagueRows } from '../../metric/league-rows.ts';
import { MetricActions } from '../../metric/MetricActions.tsx';
import { inDelayOrder, starRows } from '../../metric/stars.ts';
import { slicesOf, type MetricAnswer } from '../../metric/types.ts';
import classes from './index.module.css';
import { useStars } from './use-delivery.ts';

/** What lateness goes with: all five scores by delay, then the negative ones with their intervals. */
export function StarsCard() {
  const widen = useWiden();
  const query = useStars();
  const { period } = useFilters();
  const { t, lang } = useText();
  const format = useFormat();
  const mark = useMark('AVERAGE_REVIEW_SCORE', ['DELAY_BUCKET']);
  const open =
    mark &&
    ((bucket: string) =>
      mark({ metric: 'AVERAGE_REVIEW_SCORE', period, slice: [{ dimension: 'DELAY_BUCKET', value: bucket }] }));
  const props: StackedSharesProps | undefined = query.data && {
    title: t('delivery.stars'),
    rows: starRows(query.data, lang),
    ends: ['1 ★', '5 ★'],
    endLabel: t('delivery.mean'),
    onRow: open,
  };
  return (
    <Card
      title={t('delivery.stars')}
      sub={t('delivery.starsSub', { days: format.dayRange(period.from, period.to) })}
      table={props ? sharesTable(props, format) : undefined}
      file="stars-by-delay"
      actions={<MetricActions metric="AVERAGE_REVIEW_SCORE" answer={query.data} />}
      note={t('delivery.association')}
    >
      <Answered query={query} height={330} onWiden={widen} empty={(answer) => starRows(answer, lang).length === 0}>
        {(answer) => (
          <div className={classes.halves}>
            <div>
              <h3>{t('delivery.shares')}</h3>
              {props ? <StackedShares {...props} /> : null}
            </div>
            <Negative answer={answer} />
          </div>
        )}
      </Answered>
    </Card>
  );
}

function Negative({ answer }: { answer: MetricAnswer }) {
  const { t, lang } = useText();
  const format = useFormat();
  const mark = useMark('NEGATIVE_REVIEW_RATE', ['DELAY_BUCKET']);
  const { definitions } = useShop();
  const { period } = useFilters();
  const series = inDelayOrder(slicesOf(answer, 'NEGATIVE_REVIEW_RATE'));
  const head = series[0]?.metric;
  if (!head) return null;
  return (
    <div>
      <h3>{t('delivery.negative')}</h3>
      <IntervalLeague
        title={t('delivery.negative')}
        measure={head}
        rows={leagueRows(series, lang, format, definitions.get('NEGATIVE_REVIEW_RATE')?.minSample).map((row) => ({
          ...row,
          tone: row.key.startsWith('late') || row.key === 'not_delivered' ? ('bad' as const) : ('now' as const),
        }))}
        fromZero
        labelWidth={104}
        onRow={
          mark &&
          ((bucket) =>
            mark({
              metric: 'NEGATIVE_REVIEW_RATE',
              part: 'NUMERATOR',
              period,
              slice: [{ dimension: 'DELAY_BUCKET', value: bucket }],
            }))
        }
      />
    </div>
  );
}
