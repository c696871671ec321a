import type pg from 'pg';
import type { Queryable } from '@rapport/model/schema';
import type { Snapshot } from './snapshot.ts';

/** What answers depend on beside the question: another of these, another answer. */
export interface PublishedState {
  version: string;
  asOf: string | null;
  delays: string | null;
  /** Texts that were read since, and reviews that somebody judged. */
  words: string | null;
}

const STATE = `/* data version */ select v.version::text as version,
  (select string_agg(s.shop || ' ' || coalesce(s.as_of::text, ''), ',' order by s.shop) from core.shops s) as "asOf",
  (select string_agg(l.shop || ' ' || l.as_of || ' ' || l.declared, ',' order by l.shop) from ops.delays_learned l) as delays,
  (select concat_ws(' ', w.state, w.data_version, w.rules) from ops.words_read w) as words
from ops.data_version v`;

export async function readState(db: Queryable): Promise<PublishedState> {
  const { rows } = await db.query<PublishedState>(STATE);
  if (!rows[0]) throw new Error('ops.data_version is empty: the database was not migrated.');
  return rows[0];
}

/** The state of now for everybody who asks now: one statement at a time, and nobody is told a state of before they asked. */
class StateOfNow {
  readonly #pool: pg.Pool;
  #running: Promise<unknown> = Promise.resolve();
  #next: Promise<PublishedState> | undefined;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  read(): Promise<PublishedState> {
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      const reading = readState(this.#pool);
      this.#running = reading.catch(() => undefined);
      return reading;
    });
    return this.#next;
  }
}

const ofPool = new WeakMap<pg.Pool, StateOfNow>();

/** The state of now, read once for a request however many ask. */
export function stateOfNow(pool: pg.Pool, reads: Snapshot): Promise<PublishedState> {
  let now = ofPool.get(pool);
  if (!now) ofPool.set(pool, (now = new StateOfNow(pool)));
  const known = now;
  return reads.once('state of now', () => known.read());
}

/** Two states are the same where their texts are. */
export const textOfState = ({ version, asOf, delays, words }: PublishedState): string =>
  JSON.stringify([version, asOf, delays, words]);
