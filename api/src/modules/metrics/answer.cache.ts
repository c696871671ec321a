import type pg from 'pg';
import { answerMetrics, type MetricRequest } from '@rapport/model/metrics';
import type { Queryable } from '@rapport/model/schema';
import type { Role } from '@rapport/model/vocabulary';
import type { MetricAnswer } from './answer.type.ts';

const REMEMBERED = 500;
/** Larger answers are asked seldom and would fill the memory. */
const LARGEST_POINTS = 2000;

const pointsOf = ({ series }: MetricAnswer): number => series.reduce((sum, { points }) => sum + points.length, 0);

/**
 * Answers of one published state: asked by many at once, a figure is computed once; asked again, not at all.
 * The version is read with every request, in its own snapshot, so what was just published is never hidden by an older answer.
 */
class AnswerCache {
  readonly #answers = new Map<string, Promise<MetricAnswer>>();

  async answer(db: Queryable, request: MetricRequest, role: Role): Promise<MetricAnswer> {
    const { rows } = await db.query<{ version: string }>(
      '/* data version */ select version::text as version from ops.data_version',
    );
    const version = rows[0]?.version ?? '0';
    const key = JSON.stringify([version, role, request]);
    const known = this.#answers.get(key);
    // Who asked first may have failed for reasons of its own.
    if (known) return known.catch(() => answerMetrics(db, request, { role }));

    const answer = answerMetrics(db, request, { role });
    this.#remember(key, answer);
    const keep = await answer.then(
      (given) => given.dataVersion === version && pointsOf(given) <= LARGEST_POINTS,
      () => false,
    );
    if (!keep) this.#answers.delete(key);
    return answer;
  }

  #remember(key: string, answer: Promise<MetricAnswer>): void {
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size < REMEMBERED) break;
      this.#answers.delete(oldest);
    }
    this.#answers.set(key, answer);
  }
}

const caches = new WeakMap<pg.Pool, AnswerCache>();

/** One cache for each server: another server may read another database, whose versions say nothing about this one's. */
export function answersOf(pool: pg.Pool): AnswerCache {
  let cache = caches.get(pool);
  if (!cache) caches.set(pool, (cache = new AnswerCache()));
  return cache;
}
