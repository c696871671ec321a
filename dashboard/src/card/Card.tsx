import { useMergedRef } from '@mantine/hooks';
import { useRef, useState, type ReactNode } from 'react';

import { TableTwin, type ChartTable } from '../charts/index.ts';
import { useFormat } from '../format/index.ts';
import { useText } from '../i18n/index.ts';
import { SaveMenu } from '../export/SaveMenu.tsx';
import type { Exportable } from '../export/use-export.ts';
import { usePrinting } from '../paper/use-printing.ts';
import classes from './Card.module.css';
import { useArrival } from './use-arrival.ts';

export interface CardProps {
  title: ReactNode;
  sub?: ReactNode;
  /** Before Table and CSV: definition, explain, a link that names its place. */
  actions?: ReactNode;
  /** The same figures as a table, for reading and for export. */
  table?: ChartTable | undefined;
  /** Name of its files, without their endings. */
  file?: string;
  /** All of what it shows a part of, as rows. */
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
  const frame = useRef<HTMLElement>(null);
  const ref = useMergedRef(useArrival<HTMLElement>(id), frame);
  const printing = usePrinting();
  const showsTable = asTable && table !== undefined;
  const twin = printing && table !== undefined && !showsTable;
  return (
    <section ref={ref} id={id} className={`${classes.card} ${className ?? ''}`} data-twin={twin || undefined}>
      <header className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        <div className={classes.actions} data-screen>
          {table ? (
            <button type="button" aria-pressed={showsTable} onClick={() => setAsTable(!asTable)}>
              {t(showsTable ? 'card.chart' : 'card.table')}
            </button>
          ) : null}
          {actions}
          <SaveMenu card={frame} file={file ?? exported?.file ?? 'rapport'} table={table} exported={exported} />
        </div>
      </header>
      {sub ? <p className={classes.sub}>{sub}</p> : null}
      {showsTable ? <TableTwin table={table} /> : children}
      {twin ? <PrintTwin table={table} /> : null}
      {note ? <p className={classes.note}>{note}</p> : null}
    </section>
  );
}

/** As many rows as two pages hold: what is beyond is told, not lost. */
const MOST_ON_PAPER = 70;

/** A long narrow table stands in two columns where the card is wide enough for them. */
const LONG = 16;

function PrintTwin({ table }: { table: ChartTable }) {
  const { t } = useText();
  const format = useFormat();
  const left = Math.max(0, table.rows.length - MOST_ON_PAPER);
  const rows = table.rows.slice(left);
  const half = Math.ceil(rows.length / 2);
  const parts = rows.length > LONG && table.columns.length <= 9 ? [rows.slice(0, half), rows.slice(half)] : [rows];
  return (
    <div className={classes.twin} data-testid="print-twin">
      {parts.map((part) => (
        <TableTwin key={part[0]?.cells[0]} table={{ ...table, rows: part }} />
      ))}
      {left > 0 ? <p className={classes.note}>{t('paper.rowsLeft', { n: format.count(left) })}</p> : null}
    </div>
  );
}
