import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Transform } from 'node:stream';
import type pg from 'pg';
import { to } from 'pg-copy-streams';
import { IngestError } from '../../kit/errors/ingest-error.ts';
import type { PostgresConnection } from '../../kit/source/connection-definition.ts';
import type { FileDefinition } from '../../kit/source/definition.ts';
import type { Note } from '../../kit/run/note.ts';
import { GONE } from '../../kit/source/file-definition.ts';
import { quoted } from '../../kit/landing/tables.ts';
import { definitionOf, type Move } from '../cursors.ts';
import type { FetchedRole, Fetching } from '../fetched.ts';
import { compareKeys } from './deleted-keys.ts';
import { translateSourceError } from './errors.ts';
import { beginReading, type Moment } from './moment.ts';
import { openSource } from './open.ts';
import { describeTable, relationOf, type Described } from './describe.ts';
import { filterFrom, filterWithin, isTime, nextPosition, readPosition } from './position.ts';
import { filterSince, identityOf } from './row-versions.ts';

const OWNER_ONLY = 0o600;

/** Reads every role in one transaction: the tables fit each other, as they were at one moment. */
export async function readTables(fetching: Fetching, connection: PostgresConnection): Promise<FetchedRole[]> {
  const { source, signal } = fetching;
  signal?.throwIfAborted();
  const client = await openSource(fetching, connection);
  const stop = () => void client.end().catch(() => undefined);
  signal?.addEventListener('abort', stop, { once: true });
  let reading: string | null = null;
  try {
    const moment = await beginReading(client);
    const fetched: FetchedRole[] = [];
    for (const [role, file] of Object.entries(source.files)) {
      if (file.table === undefined && file.query === undefined) continue;
      reading = role;
      fetched.push(await new TableReading(fetching, client, moment, role, file).read());
    }
    await client.query('commit');
    return fetched;
  } catch (error) {
    signal?.throwIfAborted();
    throw translateSourceError(error, source.name, reading);
  } finally {
    signal?.removeEventListener('abort', stop);
    await client.end().catch(() => undefined);
  }
}

/** What is left to be read of one table or query. */
interface Rest {
  filter: string;
  definition: string;
  /** Asked once the rows are read. */
  next(): Promise<unknown>;
}

class TableReading {
  constructor(
    readonly fetching: Fetching,
    readonly client: pg.Client,
    readonly moment: Moment,
    readonly role: string,
    readonly file: FileDefinition,
  ) {}

  async read(): Promise<FetchedRole> {
    const { fetching, role, file } = this;
    const { spool } = fetching;
    const described = await describeTable(this.client, fetching.source.name, role, file);
    const rest = await this.#rest(described);
    const marks = file.deletes === 'snapshot' && fetching.range === null;
    const columns = [
      ...described.columns.map((name) => `q.${quoted(name)} as ${quoted(name)}`),
      ...(marks ? [`false as ${GONE}`] : []),
    ];
    const from = `${relationOf(file, described)} where ${rest.filter}`;
    const read = await this.#copy(`select ${columns.join(', ')} from ${from}`);
    const gone = marks
      ? await compareKeys(this, described, fetching.cursors.get(role)?.definition !== rest.definition)
      : null;
    const rows = read.rows + (gone?.rows ?? 0);
    if (rows === 0 && file.delivery === 'delta') await rm(spool.path(file.file));
    else await spool.date(file.file, fetching.readAt);
    const position = await rest.next();
    const move: Move | null =
      file.cursor || gone ? { role, definition: rest.definition, position, keys: gone?.keys ?? null } : null;
    const isUnsure = described.cursor !== null && isTime(described.cursor) && this.moment.horizon === null;
    return { role, rows, bytes: read.bytes, move, notes: isUnsure ? [unsure(role)] : [] };
  }

  async #rest({ cursor, typed }: Described): Promise<Rest> {
    const { client, moment, fetching, file, role } = this;
    const { zone } = fetching.source;
    const what = [file.table ?? null, file.query ?? null, file.cursor?.column ?? null, keysDefinition(file)];
    if (!file.cursor) return { filter: 'true', definition: definitionOf(...what), next: async () => null };
    const identity = cursor === null ? await identityOf(client, file) : null;
    const definition = definitionOf(...what, identity);
    const known = fetching.cursors.get(role);
    const kept = known?.definition === definition ? known.position : null;
    if (cursor === null) {
      if (fetching.range) throw unranged(fetching.source.name, role);
      const filter = filterSince(kept, moment);
      return { filter, definition, next: async () => ({ at: String(moment.xmin) }) };
    }
    if (fetching.range) {
      const filter = filterWithin(fetching.range, cursor, zone);
      if (filter === null) throw unranged(fetching.source.name, role);
      return { filter, definition, next: async () => null };
    }
    const position = readPosition(kept);
    const filter = await filterFrom(client, position, cursor);
    const from = `${relationOf(file, { typed })} where ${filter}`;
    return { filter, definition, next: () => nextPosition(client, position, cursor, from, { moment, zone }) };
  }

  async #copy(select: string): Promise<{ rows: number; bytes: number }> {
    const { client, fetching, file } = this;
    const copy = client.query(to(`copy (${select}) to stdout with (format csv, header true)`));
    let bytes = 0;
    const count = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        fetching.onRead(chunk.length, 0);
        done(null, chunk);
      },
    });
    const target = createWriteStream(fetching.spool.path(file.file), { mode: OWNER_ONLY });
    await pipeline(copy, count, target, fetching.signal ? { signal: fetching.signal } : {});
    fetching.onRead(0, copy.rowCount);
    return { rows: copy.rowCount, bytes };
  }
}

const unsure = (role: string): Note => ({
  code: 'open_transactions_unseen',
  en: `${role}: open transactions of the other database could not be seen, so its lag alone covers those that commit late after having only begun. Grant pg_read_all_stats to the account, and read from the primary server.`,
  zh: `${role}：无法看到对方数据库中未结束的事务，对于已开始但尚未写入、稍后才提交的事务，只能依靠 lag 覆盖。请授予该账号 pg_read_all_stats，并从主库读取。`,
});

const unranged = (source: string, role: string): IngestError =>
  new IngestError('connection_shape', {
    source,
    role,
    problem: 'its cursor is no time, so no part of it can be asked for by time',
  });

function keysDefinition({ deletes, key }: FileDefinition): string[] | null {
  return deletes === 'snapshot' ? (key ?? []) : null;
}
