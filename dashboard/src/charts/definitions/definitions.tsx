import { useMemo, type KeyboardEvent } from 'react';
import { useFormat } from '../../format/index.ts';
import { ChartFigure } from '../figure.tsx';
import { IntervalStrip } from '../interval-strip.tsx';
import { useWidth } from '../use-width.ts';
import { definitionAxis, definitionSummary, type DefinitionRowsProps } from './definitions.data.ts';
import classes from './definitions.module.css';

/** Definitions of one word side by side: what each counts, its share and interval on a common axis, and of how many. */
export function DefinitionRows(props: DefinitionRowsProps) {
  const format = useFormat();
  const [frame, width] = useWidth<HTMLElement>(1_100);
  const { rows, heads, measure, onRow } = props;
  const axis = useMemo(() => definitionAxis(rows), [rows]);
  const stripWidth = width < 640 ? Math.max(220, width - 16) : 300;
  const opened = (key: string) => (event: KeyboardEvent) => {
    if (event.key === 'Enter') onRow?.(key);
  };
  return (
    <ChartFigure summary={definitionSummary(props, format)} frame={frame}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{heads.definition}</th>
            <th>{heads.counts}</th>
            <th>{`${heads.share} ${format.interval(axis, { ...measure, decimals: 0 })}`}</th>
            <th className={classes.figure}>{heads.numerator}</th>
            <th className={classes.figure}>{heads.denominator}</th>
            <th>{heads.useFor}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.key}
              className={[row.headline ? classes.headline : '', onRow ? classes.open : ''].join(' ')}
              {...row.marking}
              data-testid="point"
              {...(onRow ? { tabIndex: 0, onClick: () => onRow(row.key), onKeyDown: opened(row.key) } : {})}
            >
              <td>
                <span className={classes.name}>{row.title}</span>
                {row.headline && <span className={classes.tag}>{heads.headline}</span>}
                <span className={classes.phone}>
                  {row.counts}
                  <br />
                  {`${format.count(row.numerator)} / ${format.count(row.denominator)}`}
                </span>
              </td>
              <td className={`${classes.wide} ${classes.prose}`}>{row.counts}</td>
              <td className={classes.strip}>
                <IntervalStrip
                  value={row.value}
                  interval={row.interval}
                  axis={axis}
                  measure={measure}
                  colour={row.headline ? 'var(--now)' : 'var(--then)'}
                  width={stripWidth}
                  hollow={row.hollow}
                  labelled
                  marking={row.marking}
                />
              </td>
              <td className={`${classes.wide} ${classes.figure} ${classes.numerator}`}>
                {format.count(row.numerator)}
              </td>
              <td className={`${classes.wide} ${classes.figure}`}>{format.count(row.denominator)}</td>
              <td className={`${classes.wide} ${classes.prose}`}>{row.useFor}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ChartFigure>
  );
}
