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

export function planLoad(source: Source, files: readonly DeliveredFile[], { fresh, superseded }: Delivery): LoadPlan {
  const freshRoles = new Set(fresh.map(({ role }) => role));
  const delivered = new Set(files.map(({ role }) => role));
  const stale = new Set(superseded.map(({ role }) => role));
  const feeds = source.feeds.filter(
    ({ reads, from }) => delivered.has(from) && reads.some((role) => freshRoles.has(role)),
  );
  const roles = [...new Set(feeds.flatMap(({ reads }) => reads))];
  const land = files.filter(({ role }) => roles.includes(role) && (freshRoles.has(role) ? true : !stale.has(role)));
  return { feeds, land, roles };
}
