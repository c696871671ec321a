import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { IntervalLeague, sharesTable, StackedShares, type StackedSharesProps } from '../../charts/index.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useWiden } from '../../filters/use-widen.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useMark } from '../../metric/mark/use-mark.ts';
import { seriesOf, type MetricAnswer } from '../../metric/types.ts';
import { lateRows, starRows } from '../../metric/stars.ts';
import classes from './StarsCard.module.css';
import { useStars } from './use-overview.ts';

export function StarsCard() {
  const widen = useWiden();
  const { window, byDelay, byLate } = useStars();
  const { t, lang } = useText();
  const format = useFormat();
  const mark = useMark('AVERAGE_REVIEW_SCORE', ['DELAY_BUCKET']);
  const props: StackedSharesProps | undefined = byDelay.data && {
    title: t('overview.stars'),
    rows: starRows(byDelay.data, lang),
    ends: ['1 ★', '5 ★'],
    endLabel: t('overview.mean'),
    onRow: mark
      ? (bucket) =>
          mark({
            metric: 'AVERAGE_REVIEW_SCORE',
            period: window,
            slice: [{ dimension: 'DELAY_BUCKET', value: bucket }],
          })
      : undefined,
  };
  return (
    <Card
      title={t('overview.stars')}
      sub={t('overview.starsSub', { days: format.dayRange(window.from, window.to, true) })}
      table={props ? sharesTable(props, format) : undefined}
      file="stars-by-delay"
      note={t('overview.association')}
      className={classes.card}
    >
      <Answered query={byDelay} height={250} onWiden={widen} empty={(answer) => starRows(answer, lang).length === 0}>
        {() => (props ? <StackedShares {...props} /> : null)}
      </Answered>
      <Answered query={byLate} height={120}>
        {(answer) => <Negative answer={answer} />}
      </Answered>
    </Card>
  );
}

function Negative({ answer }: { answer: MetricAnswer }) {
  const { t, lang } = useText();
  const { period } = useFilters();
  const format = useFormat();
  const mark = useMark('NEGATIVE_REVIEW_RATE', ['LATE']);
  const rows = lateRows(answer, lang, format);
  const head = seriesOf(answer, 'NEGATIVE_REVIEW_RATE')?.metric;
  if (!head || rows.length === 0) return null;
  return (
    <div className={classes.negative}>
      <h3>{t('overview.negative')}</h3>
      <IntervalLeague
        title={t('overview.negative')}
        measure={head}
        rows={rows}
        fromZero
        labelWidth={104}
        onRow={
          mark
            ? (late) =>
                mark({
                  metric: 'NEGATIVE_REVIEW_RATE',
                  part: 'NUMERATOR',
                  period,
                  slice: [{ dimension: 'LATE', value: late }],
                })
            : undefined
        }
      />
    </div>
  );
}
