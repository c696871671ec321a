import type { ReactNode } from 'react';

import classes from './Pill.module.css';

export type PillTone = 'good' | 'bad' | 'warn' | 'flat';

export function Pill({ tone, children, title }: { tone: PillTone; children: ReactNode; title?: string }) {
  return (
    <span className={classes.pill} data-tone={tone} title={title}>
      {children}
    </span>
  );
}
