import { setTimeout as pause } from 'node:timers/promises';
import { CommandError, EXIT } from '../cli/failures.ts';
import type { Database } from '../cli/database.ts';
import { readServing } from '../cli/serving.ts';
import { CLOSING_MS } from './port.ts';

/** One server a data directory. Commands do not need this: they work beside it. */
export async function claimServing(database: Database, home: string): Promise<void> {
  for (const deadline = Date.now() + CLOSING_MS; ; await pause(200)) {
    if (await database.claimServing()) return;
    if (Date.now() < deadline) continue;
    const other = await readServing(home);
    const where = other === null ? '' : ` at ${other.url} (process ${other.pid})`;
    throw new CommandError(
      EXIT.taken,
      `SERVER_RUNNING: another Rapport server already uses the data directory ${home}${where}.\n  → Use that one, stop it, or set RAPPORT_HOME to another directory. Other commands (ingest, key, …) work beside it.`,
    );
  }
}
