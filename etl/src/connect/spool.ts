import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Queryable } from '@rapport/model/schema';
import { databaseIdentity } from './server-identity.ts';

/** Runs and rehearsals of one database; folders under other names are not ours. */
const OURS = /^(\d+|dry-[0-9a-f-]+)-([0-9a-f]{8})$/;
const OWNER_ONLY = 0o700;

const placeOf = (home: string): string => join(home, 'spool');

/** Where one run writes what it fetched, until it ends. Nobody else may read it: columns that will be hashed are still in clear. */
export class Spool {
  readonly folder: string;

  private constructor(home: string, source: string, name: string) {
    this.folder = join(placeOf(home), source, name);
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true, mode: OWNER_ONLY });
  }

  static async open(db: Queryable, home: string, source: string, name: string): Promise<Spool> {
    return new Spool(home, source, `${name}-${await houseOf(db)}`);
  }

  path(file: string): string {
    return join(this.folder, file);
  }

  /** A file is as old as the look at the source it comes from. */
  async date(file: string, readAt: Date): Promise<void> {
    await utimes(this.path(file), readAt, readAt);
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Removes what dead runs left. Of the source whose turn the caller holds nothing else can be alive. */
export async function sweepSpool(db: Queryable, home: string, held: string | null = null): Promise<void> {
  if (list(placeOf(home)).length === 0) return;
  const house = await houseOf(db);
  const left = list(placeOf(home)).flatMap((source) =>
    list(join(placeOf(home), source))
      .map((folder) => ({ source, folder, name: OURS.exec(folder) }))
      .flatMap(({ folder, name }) => (name?.[1] && name[2] === house ? [{ source, folder, name: name[1] }] : [])),
  );
  const runs = left.flatMap(({ name }) => (/^\d+$/.test(name) ? [name] : []));
  const { rows } = await db.query<{ run: string }>(
    `select run_id::text as run from ops.runs where run_id = any($1::bigint[]) and state = 'running'`,
    [runs],
  );
  const alive = new Set(rows.map(({ run }) => run));
  for (const { source, folder, name } of left) {
    const isDead = name.startsWith('dry-') ? source === held : !alive.has(name);
    if (isDead) rmSync(join(placeOf(home), source, folder), { recursive: true, force: true });
  }
}

/** Two databases may share a home; the numbers of their runs are the same. */
async function houseOf(db: Queryable): Promise<string> {
  return createHash('md5')
    .update(await databaseIdentity(db))
    .digest('hex')
    .slice(0, 8);
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
