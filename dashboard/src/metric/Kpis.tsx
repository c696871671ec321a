import type { ReactNode } from 'react';

import classes from './Kpis.module.css';

/** A grid of KPI cards under chapter headings; on a phone each chapter is one ledger. */
export function Kpis({ children }: { children: ReactNode }) {
  return <section className={classes.kpis}>{children}</section>;
}

export function Chapter({ title, note, children }: { title: ReactNode; note?: ReactNode; children: ReactNode }) {
  return (
    <>
      <h2 className={classes.chapter}>
        {title} {note ? <em>{note}</em> : null}
      </h2>
      <div className={classes.cards}>{children}</div>
    </>
  );
}
