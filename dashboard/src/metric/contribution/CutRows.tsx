import { useFormat, type Measure } from '../../format/index.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useText } from '../../i18n/index.ts';
import { DrillLink, useMayDrill } from '../Drill.tsx';
import { rowsPage } from '../rows-page.ts';
import type { DimensionValue, Period } from '../types.ts';
import type { Cut, Slice } from './query.ts';
import { contributionRows, measureOfParts, wentAgainst, type ContributionRow } from './rows.ts';
import classes from './WhatChanged.module.css';

interface CutRowsProps {
  cut: Cut;
  measure: Measure;
  metric: string;
  period: Period;
  within: readonly DimensionValue[];
  change: number;
  significant: boolean | null | undefined;
}

/** What each slice brought, the rest and the sum; rates and mix apart where there are both. */
export function CutRows({ cut, measure, metric, period, within, change, significant }: CutRowsProps) {
  const { t } = useText();
  const format = useFormat();
  const parts = measureOfParts(measure);
  const part = (value: number) => format.change(value, parts);
  return (
    <>
      {cut.rate != null && cut.mix != null ? (
        <p className={classes.split}>
          {t('metric.rateAndMix', { rate: part(cut.rate), mix: part(cut.mix) })}
          {wentAgainst(cut, significant) ? <em>{t('metric.mixMadeIt')}</em> : null}
        </p>
      ) : null}
      <ol className={classes.rows}>
        {contributionRows(cut).map((row) => (
          <li key={row.key}>
            <span className={classes.label}>
              {row.slice ? (
                <SliceLabel slice={row.slice} metric={metric} period={period} within={within} />
              ) : (
                t('metric.everythingElse', { n: cut.rest.slices })
              )}
            </span>
            <span className={classes.track} aria-hidden>
              <i data-tone={row.tone} style={{ left: `${row.from * 100}%`, width: `${row.width * 100}%` }} />
            </span>
            <b data-tone={row.tone}>{part(row.contribution)}</b>
            <small>{noteOf(row, measure, cut)}</small>
          </li>
        ))}
        <li className={classes.sum}>
          <span className={classes.label}>{t('metric.wholeChange')}</span>
          <span />
          <b>{part(change)}</b>
        </li>
      </ol>
    </>
  );

  function noteOf({ slice, rate, mix }: ContributionRow, own: Measure, { rest }: Cut): string {
    const effects = rate === null || mix === null ? [] : [t('metric.effects', { rate: part(rate), mix: part(mix) })];
    if (!slice)
      return [...effects, ...(rest.tooFew > 0 ? [t('metric.tooFewSlices', { n: rest.tooFew })] : [])].join(' · ');
    const values = `${format.value(slice.before, own)} → ${format.value(slice.value, own)}`;
    const weights =
      rate === null || slice.weight == null || slice.weightBefore == null
        ? []
        : [t('metric.weights', { before: format.share(slice.weightBefore), now: format.share(slice.weight) })];
    return [values, ...weights, ...effects, ...(slice.significant === false ? [format.significance(false)] : [])].join(
      ' · ',
    );
  }
}

function SliceLabel({
  slice,
  metric,
  period,
  within,
}: {
  slice: Slice;
  metric: string;
  period: Period;
  within: readonly DimensionValue[];
}) {
  const { pick } = useText();
  const { definitions } = useShop();
  const label = slice.key.map((each) => pick(each.label)).join(' × ');
  const opens = useMayDrill() && rowsPage(definitions.get(metric), 'DENOMINATOR') !== undefined;
  return opens ? (
    <DrillLink metric={metric} part="DENOMINATOR" period={period} slice={[...within, ...slice.key]}>
      {label}
    </DrillLink>
  ) : (
    <>{label}</>
  );
}
