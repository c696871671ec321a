import type { Queryable } from '@rapport/model/schema';

interface Index {
  drop: string;
  make: string;
}

/**
 * Inserts; into an empty table the rows go first and its indexes after: built whole they cost a third of being kept up row by row.
 * Readers of the empty table wait for the commit; there was nothing for them to read. Where one holds the table already, the rows
 * go in one by one: nobody waits for a reader who may sit there all day.
 */
export async function fillTable(tx: Queryable, table: string, insert: string): Promise<void> {
  const { rows } = await tx.query<{ filled: boolean }>(`select exists (select from ${table}) as filled`);
  if (rows[0]?.filled || !(await lockAlone(tx, table))) {
    await tx.query(insert);
    return;
  }
  const indexes = await indexesOf(tx, table);
  await tx.query([...indexes.map(({ drop }) => drop), insert, ...indexes.map(({ make }) => make)].join(';\n'));
}

/** Gives up before PostgreSQL would look for a deadlock and end the load, or its reader. */
async function lockAlone(tx: Queryable, table: string): Promise<boolean> {
  await tx.query('savepoint before_lock');
  try {
    await tx.query(
      `set local lock_timeout = '500ms'; lock table ${table} in access exclusive mode; set local lock_timeout = 0`,
    );
    await tx.query('release savepoint before_lock');
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== '55P03') throw error;
    await tx.query('rollback to savepoint before_lock');
    return false;
  }
}

/** Of a table in months, those of the whole: each month has its own by them. */
async function indexesOf(tx: Queryable, table: string): Promise<Index[]> {
  const { rows } = await tx.query<Index>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
     from pg_constraint where conrelid = $1::regclass and contype = 'p'
     union all
     select format('drop index %s', indexrelid::regclass), replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ')
     from pg_index where indrelid = $1::regclass and not indisprimary`,
    [table],
  );
  return rows;
}
