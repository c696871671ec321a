import type { KeyboardEvent } from 'react';
import { useFormat } from '../../format/index.ts';
import { ChartFigure } from '../figure.tsx';
import classes from './bars.module.css';
import { barsSummary, placeBars, type BarsProps } from './bars.data.ts';

/** Bars from 0, the largest first, with the share of each and of all down to it. */
export function Bars(props: BarsProps) {
  const format = useFormat();
  const { measure, heads, onRow } = props;
  const opened = (key: string) => (event: KeyboardEvent) => {
    if (event.key === 'Enter') onRow?.(key);
  };
  return (
    <ChartFigure summary={barsSummary(props, format)}>
      <div className={classes.rows}>
        <div className={classes.head}>
          <span>{heads.label}</span>
          <span />
          <span>{heads.value}</span>
          <span>{heads.share}</span>
          <span>{heads.cumulative}</span>
        </div>
        {placeBars(props.rows, props.total).map((row) => (
          <div
            key={row.key}
            className={onRow ? `${classes.row} ${classes.open}` : classes.row}
            data-faded={row.faded ? true : undefined}
            {...row.marking}
            data-testid="point"
            aria-label={`${row.label} ${format.value(row.value, measure)}, ${format.share(row.share)}`}
            {...(onRow ? { role: 'link', tabIndex: 0, onClick: () => onRow(row.key), onKeyDown: opened(row.key) } : {})}
          >
            <span className={classes.label}>{row.label}</span>
            <span className={classes.track}>
              <i style={{ width: `${row.width * 100}%` }} />
            </span>
            <b {...row.marking}>{format.value(row.value, measure)}</b>
            <span>{format.share(row.share, 0)}</span>
            <span className={classes.cumulative}>{format.share(row.cumulative, 0)}</span>
          </div>
        ))}
      </div>
    </ChartFigure>
  );
}
