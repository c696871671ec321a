import classes from './Rail.module.css';

export type RailKind = 'now' | 'previous' | 'year' | 'weekdays' | 'event';

/** The page's one legend: blue this period, grey the period before, dotted the year before, dashed its same weekdays, two lines the same days of an event. */
export function Rail({ kind }: { kind: RailKind }) {
  return <i className={classes.rail} data-kind={kind} aria-hidden />;
}
