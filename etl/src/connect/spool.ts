import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Queryable } from '@rapport/model/schema';

/** Runs and rehearsals; folders under other names are not ours. */
const OURS = /^(\d+|dry-[0-9a-f-]+)$/;
const OWNER_ONLY = 0o700;

const placeOf = (home: string): string => join(home, 'spool');

/** Where one run writes what it fetched, until it ends. Nobody else may read it: columns that will be hashed are still in clear. */
export class Spool {
  readonly folder: string;

  constructor(home: string, source: string, name: string) {
    this.folder = join(placeOf(home), source, name);
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true, mode: OWNER_ONLY });
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
  const left = list(placeOf(home)).flatMap((source) =>
    list(join(placeOf(home), source))
      .filter((name) => OURS.test(name))
      .map((name) => ({ source, name })),
  );
  const runs = left.flatMap(({ name }) => (/^\d+$/.test(name) ? [name] : []));
  const { rows } = await db.query<{ run: string }>(
    `select run_id::text as run from ops.runs where run_id = any($1::bigint[]) and state = 'running'`,
    [runs],
  );
  const alive = new Set(rows.map(({ run }) => run));
  for (const { source, name } of left) {
    const isDead = name.startsWith('dry-') ? source === held : !alive.has(name);
    if (isDead) rmSync(join(placeOf(home), source, name), { recursive: true, force: true });
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
