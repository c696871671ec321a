import { useState, type ReactNode } from 'react';

import { TableTwin, toCsv, type ChartTable } from '../charts/index.ts';
import { useText } from '../i18n/index.ts';
import { ExportMenu } from '../export/ExportMenu.tsx';
import type { Exportable } from '../export/use-export.ts';
import classes from './Card.module.css';
import { download } from './download.ts';
import { useArrival } from './use-arrival.ts';

export interface CardProps {
  title: ReactNode;
  sub?: ReactNode;
  /** Before Table and CSV: definition, explain, a link that names its place. */
  actions?: ReactNode;
  /** The same figures as a table, for reading and for export. */
  table?: ChartTable | undefined;
  /** Name of the exported file, without its ending. */
  file?: string;
  /** All of what it shows a part of: takes the place of the CSV of that part. */
  exported?: Exportable | undefined;
  note?: ReactNode;
  className?: string;
  /** What an address with `#id` points at: a question answered on another page opens it here. */
  id?: string | undefined;
  children: ReactNode;
}

export function Card({ title, sub, actions, table, file, exported, note, className, id, children }: CardProps) {
  const { t } = useText();
  const [asTable, setAsTable] = useState(false);
  const arrival = useArrival<HTMLElement>(id);
  const showsTable = asTable && table !== undefined;
  return (
    <section ref={arrival} id={id} className={`${classes.card} ${className ?? ''}`}>
      <header className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        <div className={classes.actions}>
          {table ? (
            <button type="button" aria-pressed={showsTable} onClick={() => setAsTable(!asTable)}>
              {t(showsTable ? 'card.chart' : 'card.table')}
            </button>
          ) : null}
          {actions}
          {exported ? <ExportMenu {...exported} /> : null}
          {table && !exported ? (
            <button type="button" onClick={() => download(`${file ?? 'rapport'}.csv`, toCsv(table))}>
              {t('card.csv')}
            </button>
          ) : null}
        </div>
      </header>
      {sub ? <p className={classes.sub}>{sub}</p> : null}
      {showsTable ? <TableTwin table={table} /> : children}
      {note ? <p className={classes.note}>{note}</p> : null}
    </section>
  );
}
