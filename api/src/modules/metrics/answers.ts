import type pg from 'pg';
import {
  answerMetrics,
  requestKey,
  type MetricAccess,
  type MetricBounds,
  type MetricRequest,
} from '@rapport/model/metrics';
import type { Snapshot } from '../../platform/database/snapshot.ts';
import type { MetricAnswer } from './answer.type.ts';
import { AnswerCache } from './cache/answer.cache.ts';

export interface AnswerLimits {
  /** Bytes of answers kept in memory; 0: none. */
  cacheBytes: number;
  /** Rows of facts a question may be estimated to go through. */
  factRows: number;
}

/** How one server answers questions about figures. */
class Answers extends AnswerCache {
  readonly #factRows: number;

  constructor(pool: pg.Pool, { cacheBytes, factRows }: AnswerLimits) {
    super(pool, cacheBytes);
    this.#factRows = factRows;
  }

  /** What a question may cost, for those who ask in their own way. */
  get bounds(): MetricBounds {
    return { mostFactRows: this.#factRows };
  }

  answer(reads: Snapshot, request: MetricRequest, access: MetricAccess): Promise<MetricAnswer> {
    return this.remembered(reads, access, ['metrics', requestKey(request)], () =>
      answerMetrics(reads, request, access, this.bounds),
    );
  }
}

const ofPool = new WeakMap<pg.Pool, Answers>();

/** Each server has its own: another one may read another database, whose versions say nothing about this one's. */
export function openAnswers(pool: pg.Pool, limits: AnswerLimits): void {
  ofPool.set(pool, new Answers(pool, limits));
}

export function answersOf(pool: pg.Pool): Answers {
  const answers = ofPool.get(pool);
  if (!answers) throw new Error('Answers were asked of a pool before openAnswers(pool, limits).');
  return answers;
}
