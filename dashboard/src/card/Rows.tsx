import type { ReactNode } from 'react';

import classes from './Rows.module.css';
import { scrollable } from './scrollable.ts';

interface RowsProps {
  columns: readonly { label: string; right?: boolean }[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  empty?: string;
}

/** A plain table of facts: hairlines, words left, figures right. */
export function Rows({ columns, rows, empty }: RowsProps) {
  if (rows.length === 0) return <p className={classes.empty}>{empty}</p>;
  return (
    <div className={classes.scroll} ref={scrollable}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} data-right={column.right ? true : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, at) => (
                <td key={columns[at]?.label ?? at} data-right={columns[at]?.right ? true : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
