import { Fragment } from 'react';
import { useFormat } from '../../format/index.ts';
import { ChartFigure } from '../figure.tsx';
import classes from './funnel.module.css';
import { funnelSummary, type FunnelProps } from './funnel.data.ts';

/** Steps from top to bottom: how many came this far, and between two steps how long it took half and nine of ten. */
export function Funnel(props: FunnelProps) {
  const format = useFormat();
  const { rows, within } = props;
  return (
    <ChartFigure summary={funnelSummary(props, format)}>
      <div className={classes.steps}>
        {rows.map((row, at) => (
          <Fragment key={row.key}>
            {at > 0 ? (
              <div className={classes.between}>
                {row.medianSeconds === null ? null : (
                  <>
                    <span>{within.half(format.duration(row.medianSeconds))}</span>
                    <span>{within.most(format.duration(row.p90Seconds))}</span>
                  </>
                )}
              </div>
            ) : null}
            <div className={classes.step}>
              <span className={classes.label}>{row.label}</span>
              <span className={classes.track}>
                <i style={{ width: `${(row.share ?? 0) * 100}%` }} />
              </span>
              <b>{format.count(row.count)}</b>
              <span className={classes.share}>{format.share(row.share)}</span>
            </div>
          </Fragment>
        ))}
      </div>
    </ChartFigure>
  );
}
