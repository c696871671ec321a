import type pg from 'pg';
import { keepStanding, refreshJourney } from '../../journey/refresh.ts';
import type { JourneyTable } from '../../journey/relations.ts';
import type { Source } from '../source/source.ts';
import { workTable } from '../stage/names.ts';
import { scopeOf, takeAffected, type Scope } from './affected.ts';
import type { Classifying } from './classify-all.ts';
import { FirstLoad } from './first-load.ts';
import { sortIdentities } from './merge.ts';

export interface Beside {
  /** The new identities are sorted. */
  identities: Promise<void>;
  first: Promise<FirstLoad | null>;
  scope: Promise<Scope>;
  /** What stands of the affected customers' journeys is put down. */
  standing: Promise<void>;
}

/** The second connection's work after the last classification, while the transaction still merges. */
export function workBeside(
  side: pg.Client,
  source: Source,
  classifying: Classifying,
  { isFirst, isPrepared, isOpening }: { isFirst: boolean; isPrepared: boolean; isOpening: boolean },
): Beside {
  const classified = Promise.all(classifying.feeds.values()).then((feeds) => feeds.filter((feed) => feed !== null));
  const identities = classified.then((feeds) => (isFirst ? undefined : sortIdentities(side, source, feeds)));
  const first = classified.then((feeds) => (isPrepared ? new FirstLoad(side, source, feeds) : null));
  const scope = Promise.all([classified, classifying.links, identities]).then(([feeds, links]) =>
    isFirst || isOpening ? 'shop' : scopeOf(side, source, feeds, links),
  );
  const [affected, into] = [workTable.affected(source), workTable.standing(source)];
  const standing = scope.then((found) => (found === 'affected' ? keepStanding(side, affected, into) : undefined));
  for (const work of [identities, first, scope, standing]) work.catch(() => undefined); // whoever waits for it hears of it
  return { identities, first, scope, standing };
}

interface JourneyWork {
  scope: Scope;
  /** Feeds that brought something; undefined: everything is made. */
  changed: readonly string[] | undefined;
}

/** Journeys of what changed, anew; returns of some customers the tables whose rows are at hand. */
export async function makeJourneys(
  tx: pg.Client,
  source: Source,
  beside: Beside,
  { scope, changed }: JourneyWork,
): Promise<ReadonlySet<JourneyTable> | undefined> {
  const first = await beside.first;
  if (first) await first.addJourney(tx);
  else if (scope === 'shop') await refreshJourney(tx, scope, source.shop.code, { changed });
  if (first || scope !== 'affected') return undefined;
  await beside.standing;
  await takeAffected(tx, source);
  return refreshJourney(tx, scope, source.shop.code, { changed, standing: workTable.standing(source) });
}
