import classes from './Rail.module.css';

export type RailKind = 'now' | 'previous' | 'year';

/** The page's one legend: blue this period, grey the period before, dotted the year before. */
export function Rail({ kind }: { kind: RailKind }) {
  return <i className={classes.rail} data-kind={kind} aria-hidden />;
}
