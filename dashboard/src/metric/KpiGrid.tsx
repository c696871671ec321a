import type { ReactNode } from 'react';

import { Answered } from '../card/States.tsx';
import { KpiCard } from './KpiCard.tsx';
import classes from './KpiGrid.module.css';
import { KpiRoom } from './KpiRoom.tsx';
import { PrintedFigures } from './PrintedFigures.tsx';
import type { MetricAnswer } from './types.ts';
import type { MetricsState } from './use-metrics.ts';

interface KpiGridProps {
  metrics: readonly string[];
  totals: MetricsState;
  history: MetricAnswer | undefined;
  /** In place of the interval where a figure has none, by metric. */
  asides?: Readonly<Record<string, ReactNode>>;
}

/** The page's headline figures, four in a row; on a phone one ledger. */
export function KpiGrid({ metrics, totals, history, asides }: KpiGridProps) {
  return (
    <Answered
      query={totals}
      height={280}
      room={
        <section className={classes.grid} data-state="loading" aria-busy>
          {metrics.map((metric) => (
            <KpiRoom key={metric} />
          ))}
        </section>
      }
    >
      {(answer) => (
        <>
          <section className={classes.grid}>
            {metrics.map((metric) => (
              <KpiCard key={metric} metric={metric} total={answer} history={history} aside={asides?.[metric]} />
            ))}
          </section>
          <PrintedFigures answer={answer} metrics={metrics} />
        </>
      )}
    </Answered>
  );
}
