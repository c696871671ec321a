import { useFormat } from '../../format/index.ts';
import { colourOf, isYoung } from '../point.ts';
import { words } from '../words.ts';
import classes from './trend.module.css';
import { expected, type TrendProps } from './trend.data.ts';

interface TrendTooltipProps {
  chart: TrendProps;
  /** Set by Recharts on the element it is handed. */
  active?: boolean;
  payload?: readonly { payload?: { bucket?: string } }[];
}

/** Value, interval and sample of the subject, then the comparisons, all at one bucket. */
export function TrendTooltip({ chart, active, payload }: TrendTooltipProps) {
  const format = useFormat();
  const bucket = payload?.[0]?.payload?.bucket;
  if (!active || bucket === undefined) return null;
  const rows = chart.series.map((series) => ({
    series,
    point: series.points.find((point) => point.bucket === bucket),
  }));
  const subject = rows[0]?.point;
  const notes = [
    subject?.interval && `${format.say(words.interval)} ${format.interval(subject.interval, chart.measure)}`,
    subject && `${format.say(words.sample)} ${format.count(subject.sample)}`,
    subject && isYoung(subject) && format.say(subject.partial ? words.bucketNotOver : words.maturing),
  ].filter(Boolean);
  const end = subject && expected(subject, chart.measure);
  return (
    <div className={classes.tooltip}>
      <div className={classes.tooltipHead}>{format.bucket(bucket, chart.grain)}</div>
      {rows.map(({ series, point }) => (
        <div key={series.key} className={classes.tooltipRow}>
          <i style={{ background: colourOf(series.tone) }} />
          <span>{series.label}</span>
          <b>{format.value(point?.value, chart.measure)}</b>
        </div>
      ))}
      <div className={classes.tooltipNote}>{notes.join(' · ')}</div>
      {end && (
        <div className={classes.tooltipNote}>
          {`${format.say(words.completed)} ${format.value(end.value, chart.measure)} (${format.interval(end, chart.measure)}) · ${format.say(words.known)} ${format.share(end.shareKnown, 0)}`}
        </div>
      )}
      {chart.onPoint && <div className={classes.tooltipNote}>{format.say(words.opens)}</div>}
    </div>
  );
}
