import { catalogueHash, type MetricAccess } from '@rapport/model/metrics';
import type { Queryable } from '@rapport/model/schema';
import { weightOf } from './weight.ts';

/** Read in the asker's own snapshot, so what is remembered and what the rest of the request reads are of one state. */
const STATE = `/* data version */ select v.version::text as version,
  (select string_agg(s.shop || ' ' || coalesce(s.as_of::text, ''), ',' order by s.shop) from core.shops s) as "asOf",
  (select string_agg(l.shop || ' ' || l.as_of || ' ' || l.declared, ',' order by l.shop) from ops.delays_learned l) as delays
from ops.data_version v`;

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
  #bytes = 0;

  /** 0 bytes: nothing is remembered, nothing is shared. */
  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** What `compute` reads from `db`, a snapshot; `question` tells it from every other answer of this server. */
  async remembered<Answer>(
    db: Queryable,
    access: MetricAccess,
    question: readonly unknown[],
    compute: () => Promise<Answer>,
  ): Promise<Answer> {
    if (this.#mostBytes === 0) return compute();
    const { rows } = await db.query<{ version: string; asOf: string | null; delays: string | null }>(STATE);
    const key = JSON.stringify([rows[0]?.version, rows[0]?.asOf, rows[0]?.delays, catalogueHash(), access, question]);
    const known = this.#kept.get(key);
    if (known) {
      this.#kept.delete(key);
      this.#kept.set(key, known); // the last in a Map is the last used
      return known.answer as Answer;
    }
    const flight = this.#flights.get(key);
    // Who asked first may fail for reasons of its own, such as its connection: then one of those who waited asks for all of them.
    if (flight) return (flight as Promise<Answer>).catch(() => this.#join(key, compute));
    return this.#fly(key, compute);
  }

  #join<Answer>(key: string, compute: () => Promise<Answer>): Promise<Answer> {
    const known = this.#kept.get(key);
    if (known) return Promise.resolve(known.answer as Answer);
    return (this.#flights.get(key) as Promise<Answer> | undefined) ?? this.#fly(key, compute);
  }

  #fly<Answer>(key: string, compute: () => Promise<Answer>): Promise<Answer> {
    const flight = compute().then(
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
