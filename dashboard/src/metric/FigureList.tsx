import { Pill } from '../card/Pill.tsx';
import { directionGlyph, useFormat } from '../format/index.ts';
import { useText } from '../i18n/index.ts';
import { useDefinition } from './drawer-context.tsx';
import { figureData } from './figure-data.ts';
import classes from './FigureList.module.css';
import { changeTone, hasChange } from './status.ts';
import { seriesOf, type MetricAnswer } from './types.ts';

interface FigureListProps {
  metrics: readonly string[];
  answer: MetricAnswer;
}

/** Figures that stand beside a chart: each with its sample, interval and change, and opening its definition. */
export function FigureList({ metrics, answer }: FigureListProps) {
  return (
    <ul className={classes.list}>
      {metrics.map((metric) => (
        <Figure key={metric} metric={metric} answer={answer} />
      ))}
    </ul>
  );
}

function Figure({ metric, answer }: { metric: string; answer: MetricAnswer }) {
  const { t, pick } = useText();
  const format = useFormat();
  const define = useDefinition();
  const series = seriesOf(answer, metric);
  const point = series?.points[0];
  if (!series || !point) return null;
  const head = series.metric;
  const explain = answer.explain.find((each) => each.metric === metric);
  const change = point.comparisons.find((comparison) => hasChange(head, comparison));
  const note = [
    `n ${format.count(point.sample)}`,
    point.interval ? t('metric.ciShort', { interval: format.interval(point.interval, head) }) : '',
    point.mature ? '' : format.maturity(false),
  ];
  return (
    <li className={classes.figure}>
      <button
        type="button"
        className={classes.open}
        aria-label={t('metric.open', { metric: pick(head.title) })}
        onClick={() => define({ metric, point, explain, revisions: series.revisions })}
      >
        {pick(head.title)}
      </button>
      <b {...figureData(head, point)}>{format.value(point.value, head)}</b>
      <span className={classes.note}>{note.filter(Boolean).join(' · ')}</span>
      {change ? (
        <Pill
          tone={changeTone(change)}
          title={`${format.dayRange(change.period.from, change.period.to)}: ${format.value(change.value, head)}`}
        >
          {directionGlyph(change.change, change.significant)} {format.delta(change, head)}
        </Pill>
      ) : null}
    </li>
  );
}
