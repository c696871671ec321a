import { Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';

import { Pill } from '../card/Pill.tsx';
import { Rail } from '../card/Rail.tsx';
import { Sparkline } from '../charts/index.ts';
import { useShop } from '../filters/shop-context.tsx';
import { directionGlyph, useFormat } from '../format/index.ts';
import { useText } from '../i18n/index.ts';
import { useDefinition } from './drawer-context.tsx';
import { figureData } from './figure-data.ts';
import classes from './KpiCard.module.css';
import { comparisonKey, railOf } from './rail.ts';
import { changeTone, hasChange, readTarget, shortDecimals } from './status.ts';
import { comparisonOf, type MetricAnswer, type MetricHead, type MetricPoint, type MetricSeries } from './types.ts';

interface KpiCardProps {
  metric: string;
  /** The period as one figure, with its comparisons. */
  total: MetricAnswer;
  /** Months up to the period's end. */
  history?: MetricAnswer | undefined;
  /** In place of the interval where a figure has none: "204 a day". */
  aside?: ReactNode;
}

export function KpiCard({ metric, total, history, aside }: KpiCardProps) {
  const { t, pick } = useText();
  const define = useDefinition();
  const series = total.series.find((each) => each.metric.id === metric);
  const point = series?.points[0];
  if (!series || !point) return null;
  const head = series.metric;
  const explain = total.explain.find((each) => each.metric === metric);
  return (
    <article className={classes.kpi}>
      <header className={classes.head}>
        <button
          type="button"
          className={classes.open}
          aria-label={t('metric.open', { metric: pick(head.title) })}
          data-testid="point"
          {...figureData(head, point)}
          onClick={() => define({ metric, point, explain, revisions: series.revisions })}
        >
          {pick(head.title)}
        </button>
        <Status head={head} point={point} />
      </header>
      <div className={classes.row}>
        <Value head={head} point={point} />
        <Deltas head={head} point={point} />
      </div>
      <Spark head={head} point={point} history={history?.series.find((each) => each.metric.id === metric)} />
      <Foot head={head} point={point} aside={aside} revised={(series.revisions ?? []).length > 0} />
    </article>
  );
}

function Status({ head, point }: { head: MetricHead; point: MetricPoint }) {
  const { t } = useText();
  const format = useFormat();
  const { definitions } = useShop();
  if (point.status === 'TOO_FEW')
    return (
      <span className={classes.status}>{t('metric.tooFew', { n: definitions.get(head.id)?.minSample ?? 0 })}</span>
    );
  const reading = readTarget(head, point);
  if (!reading) return null;
  const target = format.trimmed(reading.target.value, head);
  return (
    <span className={classes.status} data-tone={reading.tone}>
      {reading.tone === 'good'
        ? t('metric.met', { target })
        : t('metric.off', {
            target,
            distance: format.change(
              reading.short,
              { ...head, decimals: shortDecimals(head, reading.short) },
              { bare: true },
            ),
          })}
    </span>
  );
}

function Value({ head, point }: { head: MetricHead; point: MetricPoint }) {
  const { t } = useText();
  const format = useFormat();
  if (point.suppressed) return <span className={classes.none}>{t('metric.suppressed')}</span>;
  const { before, number, after } = format.parts(point.value, head);
  const parts = point.denominator
    ? t('metric.of', { numerator: format.count(point.numerator), denominator: format.count(point.denominator) })
    : format.exact(point.value, head);
  return (
    <Tooltip
      label={[parts, point.interval ? t('metric.ci', { interval: format.interval(point.interval, head) }) : '']
        .filter(Boolean)
        .join(' · ')}
    >
      <span className={classes.value} {...figureData(head, point)}>
        {before ? <small>{before} </small> : null}
        {number}
        {after ? <small>{after}</small> : null}
      </span>
    </Tooltip>
  );
}

/** The value has said "per 10k"; repeated in a pill or the foot it would leave the card. */
const terse = (head: MetricHead): MetricHead => (head.unit.startsWith('PER_') ? { ...head, unit: 'SCORE' } : head);

function Deltas({ head, point }: { head: MetricHead; point: MetricPoint }) {
  const format = useFormat();
  const { pick } = useText();
  const shown = point.comparisons.filter((comparison) => hasChange(head, comparison));
  return (
    <span className={classes.deltas}>
      {shown.map((comparison) => (
        <span key={comparisonKey(comparison)} className={classes.delta}>
          <Pill
            tone={changeTone(comparison)}
            title={`${comparison.event ? `${pick(comparison.event.label)} · ` : ''}${format.dayRange(comparison.period.from, comparison.period.to)}: ${format.value(comparison.value, head)} · ${format.significance(comparison.significant)}`}
          >
            {directionGlyph(comparison.change, comparison.significant)} {format.delta(comparison, terse(head))}
          </Pill>
          <Rail kind={railOf[comparison.kind]} />
        </span>
      ))}
    </span>
  );
}

function Spark({ head, point, history }: { head: MetricHead; point: MetricPoint; history: MetricSeries | undefined }) {
  const { pick } = useText();
  const phone = useMediaQuery('(max-width: 720px)');
  return (
    <span className={classes.spark}>
      {history ? (
        <Sparkline
          title={pick(head.title)}
          measure={head}
          points={history.points}
          period={{ from: point.bucket, to: point.bucketEnd }}
          previous={comparisonOf(point, 'PREVIOUS_PERIOD')?.period}
          lastYear={comparisonOf(point, 'SAME_PERIOD_LAST_YEAR')?.period}
          target={head.target?.value}
          height={phone ? 24 : 38}
        />
      ) : null}
    </span>
  );
}

function Foot({
  head,
  point,
  aside,
  revised,
}: {
  head: MetricHead;
  point: MetricPoint;
  aside: ReactNode;
  revised: boolean;
}) {
  const { t } = useText();
  const format = useFormat();
  const counts = head.unit === 'COUNT' || head.unit === 'MONEY';
  return (
    <footer className={classes.foot}>
      {counts ? <span>{aside}</span> : <span>n {format.count(point.sample)}</span>}
      {point.interval && !counts ? (
        <span className={classes.interval}>
          {t(point.mature ? 'metric.ci' : 'metric.ciShort', { interval: format.interval(point.interval, terse(head)) })}
        </span>
      ) : null}
      {revised ? (
        <span className={classes.revised} title={t('metric.revisedHint')}>
          {t('metric.revised')}
        </span>
      ) : null}
      <span className={classes.maturity} data-young={!point.mature || undefined}>
        {counts && point.mature ? t('metric.counted') : format.maturity(point.mature)}
      </span>
    </footer>
  );
}
