import { Pill } from '../card/Pill.tsx';
import { Rail } from '../card/Rail.tsx';
import { directionGlyph, useFormat, type Measure } from '../format/index.ts';
import { useText } from '../i18n/index.ts';
import classes from './ComparisonRows.module.css';
import { comparisonKey, railOf } from './rail.ts';
import { changeTone } from './status.ts';
import type { MetricComparison } from './types.ts';

/** Each comparison with the days it takes, its own figure, and how far beyond noise the change is. */
export function ComparisonRows({
  comparisons,
  measure,
}: {
  comparisons: readonly MetricComparison[];
  measure: Measure;
}) {
  const { t, pick } = useText();
  const format = useFormat();
  return comparisons.map((comparison) => (
    <div key={comparisonKey(comparison)} className={classes.row}>
      <span className={classes.days}>
        <Rail kind={railOf[comparison.kind]} />
        {comparison.event ? `${pick(comparison.event.label)} · ` : ''}
        {format.dayRange(comparison.period.from, comparison.period.to)}
      </span>
      <b>{format.value(comparison.value, measure)}</b>
      <Pill tone={changeTone(comparison)}>
        {directionGlyph(comparison.change, comparison.significant)} {format.delta(comparison, measure)}
      </Pill>
      <small>
        {comparison.changeInterval
          ? t('metric.changeInterval', {
              interval: `${format.change(comparison.changeInterval.low, measure)} … ${format.change(comparison.changeInterval.high, measure)}`,
            })
          : ''}
        {` ${format.significance(comparison.significant)}`}
      </small>
    </div>
  ));
}
