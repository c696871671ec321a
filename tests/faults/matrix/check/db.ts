/** All the checker needs of a house: rows of SQL that it writes itself. */
export interface Db {
  rows<Row extends Record<string, unknown>>(sql: string, values?: unknown[]): Promise<Row[]>;
}

/** Violations named by SQL: every row is one. */
export async function none(db: Db, what: string, sql: string, values: unknown[] = []): Promise<string[]> {
  const rows = await db.rows(sql, values);
  return rows.length === 0 ? [] : [`${what}: ${rows.length}, such as ${JSON.stringify(rows[0])}`];
}
