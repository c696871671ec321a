import type pg from 'pg';
import { catalogueHash, type MetricAccess } from '@rapport/model/metrics';
import { readState, stateOfNow, textOfState, type PublishedState } from '../../../platform/database/published-state.ts';
import { toRemember, type Snapshot } from '../../../platform/database/snapshot.ts';
import { refusalBehind } from '../../../platform/graphql/errors.ts';
import { weightOf } from './weight.ts';

interface Kept {
  answer: unknown;
  bytes: number;
}

/**
 * Answers of one published state: asked by many at once, a figure is computed once; asked again, not at all. The key holds the data
 * version, the as-of days, what was learned of delays, the catalogue, and who may see what, so an answer can neither outlive a publish nor reach another role.
 */
export class AnswerCache {
  readonly #kept = new Map<string, Kept>();
  readonly #flights = new Map<string, Promise<unknown>>();
  readonly #mostBytes: number;
  readonly #pool: pg.Pool;
  #last: { state: PublishedState; at: Date } | undefined;
  #bytes = 0;

  /** 0 bytes: nothing is remembered, nothing is shared. */
  constructor(pool: pg.Pool, mostBytes: number) {
    this.#pool = pool;
    this.#mostBytes = mostBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** What `compute` reads from `reads`; `question` tells it from every other answer of this server. */
  async remembered<Answer>(
    reads: Snapshot,
    access: MetricAccess,
    question: readonly unknown[],
    compute: () => Promise<Answer>,
  ): Promise<Answer> {
    if (this.#mostBytes === 0) return compute();
    const keyIn = (state: PublishedState): string =>
      JSON.stringify([textOfState(state), catalogueHash(), access, question]);
    try {
      // A request that reads nothing else needs no snapshot of its own where the figure is there or under way.
      if (reads.alone && !reads.opened) {
        const under = this.#known<Answer>(keyIn(await this.#seen(reads, stateOfNow(this.#pool, reads))));
        if (under) return await under.catch(() => this.#asked(reads, keyIn, compute));
      }
      return await this.#asked(reads, keyIn, compute);
    } catch (error) {
      const kept = this.#last && this.#kept.get(keyIn(this.#last.state));
      if (!kept || refusalBehind(error)?.extensions['code'] !== 'DATABASE_UNAVAILABLE') throw error;
      reads.stale = { since: this.#last!.at, dataVersion: this.#last!.state.version };
      return kept.answer as Answer;
    }
  }

  /** The state is read in the asker's own snapshot, so what is remembered and what the rest of the request reads are of one state. */
  async #asked<Answer>(
    reads: Snapshot,
    keyIn: (state: PublishedState) => string,
    compute: () => Promise<Answer>,
  ): Promise<Answer> {
    const key = keyIn(
      await this.#seen(
        reads,
        reads.once('state', () => toRemember(() => readState(reads))),
      ),
    );
    // Who asked first may fail for reasons of its own, such as its connection: then one of those who waited asks for all of them.
    return this.#known<Answer>(key)?.catch(() => this.#join(key, compute)) ?? this.#fly(key, compute);
  }

  /** While the database is away, what was answered in the state that was seen last is what there is. */
  async #seen(reads: Snapshot, reading: Promise<PublishedState>): Promise<PublishedState> {
    const state = await reading;
    reads.answeredIn = textOfState(state);
    this.#last = { state, at: new Date() };
    return state;
  }

  #known<Answer>(key: string): Promise<Answer> | undefined {
    const known = this.#kept.get(key);
    if (!known) return this.#flights.get(key) as Promise<Answer> | undefined;
    this.#kept.delete(key);
    this.#kept.set(key, known); // the last in a Map is the last used
    return Promise.resolve(known.answer as Answer);
  }

  #join<Answer>(key: string, compute: () => Promise<Answer>): Promise<Answer> {
    return this.#known<Answer>(key) ?? this.#fly(key, compute);
  }

  #fly<Answer>(key: string, compute: () => Promise<Answer>): Promise<Answer> {
    const flight = toRemember(compute).then(
      (answer) => {
        this.#flights.delete(key);
        this.#keep(key, answer);
        return answer;
      },
      (reason: unknown) => {
        this.#flights.delete(key);
        throw reason;
      },
    );
    this.#flights.set(key, flight);
    return flight;
  }

  #keep(key: string, answer: unknown): void {
    const bytes = weightOf(answer) + 2 * key.length;
    // One answer must not push out all the others.
    if (bytes > this.#mostBytes / 4) return;
    this.#kept.set(key, { answer, bytes });
    this.#bytes += bytes;
    for (const [oldest, { bytes: freed }] of this.#kept) {
      if (this.#bytes <= this.#mostBytes) break;
      this.#kept.delete(oldest);
      this.#bytes -= freed;
    }
  }
}
