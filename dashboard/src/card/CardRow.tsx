import type { ReactNode } from 'react';

import classes from './CardRow.module.css';

/** Cards below each other in one column of a row. */
export const CardStack = ({ children }: { children: ReactNode }) => <div className={classes.stack}>{children}</div>;

/** Cards side by side, as equals or with a wider one first; below each other where there is no room. */
export function CardRow({ shape = 'one', children }: { shape?: 'one' | 'equal' | 'wide'; children: ReactNode }) {
  return <div className={`${classes.row} ${classes[shape] ?? ''}`}>{children}</div>;
}
