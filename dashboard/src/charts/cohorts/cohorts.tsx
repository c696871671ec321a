import { useMemo, type KeyboardEvent } from 'react';
import { useFormat, type Measure } from '../../format/index.ts';
import { ChartFigure } from '../figure.tsx';
import { IntervalStrip } from '../interval-strip.tsx';
import type { Axis } from '../scale.ts';
import { useWidth } from '../use-width.ts';
import { words } from '../words.ts';
import { cohortAxis, cohortSummary, isHollow, type CohortCell, type CohortsProps } from './cohorts.data.ts';
import classes from './cohorts.module.css';

interface CellProps {
  cell: CohortCell | null;
  says: string;
  axis: Axis;
  measure: Measure;
  width: number;
  onOpen?: (() => void) | undefined;
}

/** A window nobody has been through yet is blank: it is not a zero. */
function Cell({ cell, says, axis, measure, width, onOpen }: CellProps) {
  const format = useFormat();
  if (cell === null || cell.value === null)
    return <div role="gridcell" className={classes.blank} aria-label={`${says}: ${format.say(words.notYet)}`} />;
  const hollow = isHollow(cell);
  const opened = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') onOpen?.();
  };
  const state = cell.mature ? '' : `, ${format.say(words.maturing)}`;
  const title = `${says}: ${format.value(cell.value, measure)} (${format.interval(cell.interval, measure)}), n ${format.count(cell.sample)}${state}`;
  return (
    <div
      {...cell.marking}
      data-testid="point"
      role="gridcell"
      className={[classes.cell, hollow ? classes.hollow : '', onOpen ? classes.open : ''].join(' ')}
      title={title}
      aria-label={title}
      {...(onOpen ? { tabIndex: 0, onClick: onOpen, onKeyDown: opened } : {})}
    >
      {cell.tooFew ? (
        <span className={classes.few}>
          {width > 0 ? `n ${format.count(cell.sample)}: ${format.say(words.tooFew)}` : `n ${format.count(cell.sample)}`}
        </span>
      ) : (
        <>
          {width > 0 && (
            <IntervalStrip
              value={cell.value}
              interval={cell.interval}
              axis={axis}
              measure={measure}
              colour={hollow ? 'var(--then)' : 'var(--now)'}
              width={width}
              hollow={hollow}
            />
          )}
          <b>{`${cell.mature ? '' : '≈ '}${format.bare(cell.value, measure)}`}</b>
        </>
      )}
    </div>
  );
}

/** Cohorts in rows, windows in columns, each a dot with its interval on one axis; hollow while still maturing. */
export function Cohorts(props: CohortsProps) {
  const format = useFormat();
  const [frame, width] = useWidth<HTMLElement>(1_000);
  const axes = useMemo(() => props.windows.map((_, at) => cohortAxis(props.rows, at)), [props.rows, props.windows]);
  const phone = width < 480;
  const [labelWidth, sizeWidth, gap, figureWidth] = phone ? [58, 0, 8, 44] : [84, 72, 18, 58];
  const windows = props.windows.length;
  const stripWidth = phone
    ? 0
    : Math.max(24, Math.floor((width - labelWidth - sizeWidth - gap * (windows + 1)) / windows - figureWidth));
  const template = `${labelWidth}px ${phone ? '' : `${sizeWidth}px `}repeat(${windows}, minmax(0, 1fr))`;
  return (
    <ChartFigure summary={cohortSummary(props, format)} frame={frame}>
      <div role="grid" aria-label={props.title} className={classes.grid} style={{ gridTemplateColumns: template }}>
        <span className={classes.head}>{props.rowHead}</span>
        {!phone && <span className={`${classes.head} ${classes.size}`}>{props.sizeHead}</span>}
        {props.windows.map((window, at) => (
          <span key={window.key} className={`${classes.head} ${classes.headStrip}`}>
            <span>{window.label}</span>
            {!phone && <span>{format.interval(axes[at], { ...props.measure, decimals: 1 })}</span>}
          </span>
        ))}
        {props.rows.map((row) => (
          <div key={row.key} role="row" className={classes.row}>
            <span role="rowheader" className={classes.label}>
              {row.label}
            </span>
            {!phone && <span className={classes.size}>{row.size === null ? '' : format.count(row.size)}</span>}
            {props.windows.map((window, at) => (
              <Cell
                key={window.key}
                cell={row.cells[at] ?? null}
                says={`${row.label}, ${window.label}`}
                axis={axes[at] ?? { low: 0, high: 1, ticks: [] }}
                measure={props.measure}
                width={stripWidth}
                onOpen={props.onCell && (() => props.onCell?.(row.key, window.key))}
              />
            ))}
          </div>
        ))}
      </div>
    </ChartFigure>
  );
}
