import type { ChartTable } from './table.ts';
import classes from './table-twin.module.css';

/** What a chart shows, as a table: for reading exactly, and for those who read by ear. */
export function TableTwin({ table }: { table: ChartTable }) {
  const classAt = (at: number): string | undefined => (table.columns[at]?.numeric ? classes.figure : undefined);
  return (
    <div className={classes.frame} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            {table.columns.map((column, at) => (
              <th key={`${column.label} ${at}`} scope="col" className={classAt(at)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, rowAt) => (
            <tr key={`${row.cells[0] ?? ''} ${rowAt}`} data-testid="twin-row">
              {row.cells.map((cell, at) => (
                <td key={`${table.columns[at]?.label ?? ''} ${at}`} className={classAt(at)}>
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
