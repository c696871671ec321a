import type { ChartTable } from './table.ts';
import classes from './table-twin.module.css';

/** Labels may repeat (one "n" a window): the second of a name gets its own key. */
function keysOf(labels: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return labels.map((label) => {
    const times = seen.get(label) ?? 0;
    seen.set(label, times + 1);
    return `${label} ${times}`;
  });
}

/** What a chart shows, as a table: for reading exactly, and for those who read by ear. */
export function TableTwin({ table }: { table: ChartTable }) {
  const columns = keysOf(table.columns.map(({ label }) => label));
  const rows = keysOf(table.rows.map(({ cells }) => cells[0] ?? ''));
  const classAt = (at: number): string | undefined => (table.columns[at]?.numeric ? classes.figure : undefined);
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map((key, at) => (
              <th key={key} scope="col" className={classAt(at)}>
                {table.columns[at]?.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((rowKey, rowAt) => (
            <tr key={rowKey} data-testid="twin-row">
              {columns.map((key, at) => (
                <td key={key} className={classAt(at)}>
                  {table.rows[rowAt]?.cells[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
