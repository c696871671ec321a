import type { Principal } from '../auth/principal.ts';
import { Refusal } from './refusal.ts';

const MINUTE = 60_000;
/** Whoever was not heard of for a minute has a full budget again: only these many need to be kept. */
const REMEMBERED = 10_000;

/** What is left of a budget after an answer, as `extensions.cost` tells it. */
export interface Spent {
  perMinute: number;
  remaining: number;
}

type Spender = Pick<Principal, 'kind' | 'id'>;

/**
 * How much each principal may ask for in a minute, in points of cost. It fills up again evenly, so that nobody waits for the minute
 * to turn. Every look-up costs, however many share a request.
 */
export class Budgets {
  readonly perMinute: number;
  readonly #left = new Map<string, { points: number; at: number }>();

  constructor(perMinute: number) {
    this.perMinute = perMinute;
  }

  get remembered(): number {
    return this.#left.size;
  }

  /** Takes the cost off the budget; a refusal takes nothing. */
  spend({ kind, id }: Spender, cost: number, now = Date.now()): Spent {
    const key = `${kind} ${id}`;
    const known = this.#left.get(key);
    const filled = known ? known.points + ((now - known.at) * this.perMinute) / MINUTE : this.perMinute;
    const points = Math.min(this.perMinute, filled);
    if (cost > points) throw this.#spent(cost, points);
    this.#left.delete(key);
    this.#left.set(key, { points: points - cost, at: now });
    if (this.#left.size > REMEMBERED) this.#forget(now);
    return { perMinute: this.perMinute, remaining: Math.floor(points - cost) };
  }

  #forget(now: number): void {
    // The last in a Map is the last who asked.
    for (const [key, { at }] of this.#left) {
      if (now - at < MINUTE && this.#left.size <= REMEMBERED) return;
      this.#left.delete(key);
    }
  }

  #spent(cost: number, points: number): Refusal {
    const seconds = Math.max(1, Math.ceil(((cost - points) * MINUTE) / this.perMinute / 1000));
    return new Refusal(
      'BUDGET_SPENT',
      {
        en: `This query costs ${cost} points; of your ${this.perMinute} a minute ${Math.floor(points)} are left. Try again in ${seconds} s.`,
        zh: `该查询需 ${cost} 点，您每分钟的 ${this.perMinute} 点额度还剩 ${Math.floor(points)} 点，请在 ${seconds} 秒后重试。`,
      },
      { status: 429, retryAfter: seconds },
    );
  }
}
