import { IngestError } from './errors/ingest-error.ts';
import type { DeliveredFile } from './files/discover.ts';
import type { Delivery } from './files/ledger.ts';
import type { Source, SourceFeed } from './source/source.ts';

/** What a run has to do: the feeds that read something new, and every file those feeds read. */
export interface LoadPlan {
  feeds: SourceFeed[];
  /** New files, and the unchanged companions their feeds join, landed again as look-ups. */
  land: DeliveredFile[];
  /** Roles whose landing table must exist, delivered or not. */
  roles: string[];
}

export function planLoad(
  source: Source,
  files: readonly DeliveredFile[],
  { fresh, superseded, published }: Delivery,
): LoadPlan {
  const isFresh = new Set(fresh.map(({ fileId }) => fileId));
  const freshRoles = new Set(fresh.map(({ role }) => role));
  const delivered = new Set(files.map(({ role }) => role));
  const feeds = source.feeds.filter(
    ({ reads, from }) => delivered.has(from) && reads.some((role) => freshRoles.has(role)),
  );
  for (const { feed, reads } of feeds) {
    const old = superseded.find(({ role }) => reads.includes(role));
    const absent = reads.find((role) => published.has(role) && !delivered.has(role));
    if (absent) throw new IngestError('companion_missing', { role: absent, feed, source: source.name });
    if (old) throw new IngestError('companion_outdated', { file: old.name, feed, source: source.name });
  }
  const roles = [...new Set(feeds.flatMap(({ reads }) => reads))];
  const land = files.filter(
    ({ role, fileId }) => roles.includes(role) && (isFresh.has(fileId) || !freshRoles.has(role)),
  );
  return { feeds, land, roles };
}
