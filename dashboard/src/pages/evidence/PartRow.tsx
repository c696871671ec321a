import { Link } from '@tanstack/react-router';

import { Pill } from '../../card/Pill.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { DrillLink } from '../../metric/Drill.tsx';
import classes from './index.module.css';
import type { EvidencePart } from './use-evidence.ts';
import { toneOf } from './verdict-tone.ts';

type Side = EvidencePart['these'];

/** One figure: both sides with what they rest on, how far apart, and against what was claimed. */
export function PartRow({ part }: { part: EvidencePart }) {
  const { t, pick } = useText();
  const { title, kind, verdict, these, those, initiative, caveat } = part;
  return (
    <li>
      <div className={classes.partHead}>
        <b>{pick(title)}</b>
        <Pill tone="flat">{t(`evidence.kinds.${kind}`)}</Pill>
        <Pill tone={toneOf[verdict]}>{t(`evidence.verdicts.${verdict}`)}</Pill>
        <Difference part={part} />
      </div>
      {these || those ? (
        <div className={classes.sides}>
          <SideText side={these} part={part} />
          <SideText side={those} part={part} />
        </div>
      ) : null}
      <p className={classes.caveat}>
        {caveat ? `${pick(caveat)} ` : these || those ? '' : `${t('evidence.noEstimate')} `}
        {initiative ? (
          <Link to="/initiatives" search={{ initiative }}>
            {t('evidence.study')}
          </Link>
        ) : null}
      </p>
    </li>
  );
}

function Difference({ part }: { part: EvidencePart }) {
  const { t } = useText();
  const format = useFormat();
  const { kind, metric, value, interval, relative, relativeInterval, claimed, claimedSize } = part;
  const isShare = kind === 'SHARE';
  const told = metric && value !== null ? (isShare ? format.value(value, metric) : format.change(value, metric)) : null;
  const range =
    metric && interval
      ? isShare
        ? format.interval(interval, metric)
        : t('initiatives.to', { low: format.change(interval.low, metric), high: format.change(interval.high, metric) })
      : null;
  const size = claimed === null ? null : isShare || kind === 'TREND' ? format.share(claimed, 0) : format.ratio(claimed);
  return (
    <span className={classes.difference}>
      {told ? <b>{told}</b> : null}
      {range ? <small>({range})</small> : null}
      {relative !== null && !isShare ? (
        <>
          <b>{format.ratio(relative)}</b>
          {relativeInterval ? (
            <small>
              (
              {t('initiatives.to', {
                low: format.ratio(relativeInterval.low),
                high: format.ratio(relativeInterval.high),
              })}
              )
            </small>
          ) : null}
        </>
      ) : null}
      {size ? (
        <small>
          {t('evidence.claimed', { size })}
          {claimedSize ? ` · ${t(`evidence.sizes.${claimedSize}`)}` : ''}
        </small>
      ) : null}
    </span>
  );
}

/** Of a mean the numerator is a sum, which says nothing beside it. */
const parts: ReadonlySet<string> = new Set(['PERCENT', 'PER_10K']);

function SideText({ side, part: { metric } }: { side: Side; part: EvidencePart }) {
  const { t, pick } = useText();
  const format = useFormat();
  if (!side) return null;
  const { rows } = side;
  const figure = side.value === null ? null : metric ? format.value(side.value, metric) : format.count(side.value);
  return (
    <span>
      <em>{pick(side.label)}</em> <b>{figure ?? format.noValue()}</b>{' '}
      <small>
        {side.numerator !== null && side.denominator !== null && metric && parts.has(metric.unit)
          ? t('evidence.outOf', { n: format.count(Math.round(side.numerator)), of: format.count(side.denominator) })
          : side.denominator !== null
            ? t('initiatives.nRows', { n: format.count(side.denominator) })
            : null}{' '}
        {rows ? (
          <DrillLink
            metric={rows.metric}
            period={rows.period}
            slice={rows.where.flatMap(({ dimension, in: codes }) =>
              dimension === 'SHOP' ? [] : codes.map((value) => ({ dimension, value })),
            )}
          />
        ) : null}
      </small>
    </span>
  );
}
