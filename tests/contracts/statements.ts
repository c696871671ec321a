import pg from 'pg';

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/** The statements that reach the driver while `work` runs, without those that only begin and end a transaction. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  const statements: string[] = [];
  prototype.query = function counted(...args) {
    const text = typeof args[0] === 'string' ? args[0] : (args[0] as { text?: string }).text;
    if (text && !/^(begin|commit|rollback)\b/i.test(text)) statements.push(text);
    return original.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  return statements;
}
