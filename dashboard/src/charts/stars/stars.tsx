import type { KeyboardEvent } from 'react';
import { useFormat } from '../../format/index.ts';
import { ChartFigure } from '../figure.tsx';
import { words } from '../words.ts';
import {
  LEAST_LABELLED,
  MEAN_MEASURE,
  SHARE_MEASURE,
  sharesSummary,
  type ShareRow,
  type StackedSharesProps,
} from './stars.data.ts';
import classes from './stars.module.css';

const TONES = [classes.s0, classes.s1, classes.s2, classes.s3, classes.s4];

function Bar({ row }: { row: ShareRow }) {
  const format = useFormat();
  const known = row.segments.filter((segment) => segment.share !== null && segment.share > 0);
  if (known.length === 0) return <div className={classes.empty}>{format.noValue()}</div>;
  return (
    <div className={row.tooFew ? `${classes.bar} ${classes.few}` : classes.bar}>
      {row.segments.map((segment, at) =>
        segment.share ? (
          <span
            key={segment.key}
            className={TONES[at]}
            style={{ flexGrow: segment.share, flexBasis: 0 }}
            title={`${segment.label}: ${format.value(segment.share, SHARE_MEASURE)}`}
          >
            {segment.share >= LEAST_LABELLED ? format.bare(segment.share, { unit: 'PERCENT', decimals: 0 }) : ''}
          </span>
        ) : null,
      )}
    </div>
  );
}

/** Shares of a scale that sum to the whole, worst to best, with the mean at the end. */
export function StackedShares(props: StackedSharesProps) {
  const format = useFormat();
  const { rows, onRow } = props;
  const opened = (key: string) => (event: KeyboardEvent) => {
    if (event.key === 'Enter') onRow?.(key);
  };
  return (
    <ChartFigure summary={sharesSummary(props, format)}>
      <div className={classes.rows}>
        <span />
        <span className={classes.key}>
          {props.ends[0]}
          {TONES.map((tone) => (
            <i key={tone} className={tone} />
          ))}
          {props.ends[1]}
        </span>
        <span className={classes.endHead}>{props.endLabel}</span>
        {rows.map((row) => {
          const interactive = onRow
            ? { role: 'link', tabIndex: 0, onClick: () => onRow(row.key), onKeyDown: opened(row.key) }
            : {};
          return (
            <div
              key={row.key}
              {...interactive}
              className={onRow ? `${classes.row} ${classes.open}` : classes.row}
              aria-label={`${row.label}: ${format.value(row.end, MEAN_MEASURE)}, n ${format.count(row.sample)}`}
            >
              <span className={classes.label}>
                {row.label}
                <em>
                  {row.tooFew
                    ? `n ${format.count(row.sample)}, ${format.say(words.tooFew)}`
                    : `n ${format.count(row.sample)}`}
                </em>
              </span>
              <Bar row={row} />
              <b {...row.marking} className={classes.end}>
                {format.value(row.end, MEAN_MEASURE)}
              </b>
            </div>
          );
        })}
      </div>
    </ChartFigure>
  );
}
