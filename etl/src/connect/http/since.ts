import type { RequestDefinition } from '../../kit/source/supply-definition.ts';
import { milliseconds } from '../../kit/source/connection-definition.ts';
import { valueAt } from './page.ts';

type Declared = NonNullable<RequestDefinition['since']>;

interface SincePosition {
  since: number;
  naive: ' ' | 'T' | null;
}

const FARTHEST_ZONE_MS = 14 * 3_600_000;

/** Asks for what changed since the last time, and remembers the latest change it met. */
export class Since {
  #latest: number | null;
  /** How times without a zone are written: they are never read as those of this machine. */
  #naive: ' ' | 'T' | null;

  constructor(
    readonly declared: Declared,
    kept: unknown,
    readonly now: number,
  ) {
    const { since = null, naive = null } = (kept ?? {}) as Partial<SincePosition>;
    this.#latest = since;
    this.#naive = naive;
  }

  /** Null: everything is asked for. */
  param(): { [name: string]: string | number } | null {
    const { param, first, lag, as } = this.declared;
    if (this.#latest === null) return first === undefined ? null : { [param]: first };
    const back = typeof lag === 'number' ? lag : as === 'number' ? 0 : milliseconds(lag);
    return { [param]: written(this.#latest - back, as, this.#naive) };
  }

  /** Null: a stretch of time cannot be asked for. */
  within({ from, to }: { from: Date; to: Date }): { [name: string]: string | number } | null {
    const { param, until, as } = this.declared;
    if (until === undefined || as === 'number') return null;
    return { [param]: written(from.getTime(), as, null), [until]: written(to.getTime(), as, null) };
  }

  /** A record without a time it can be known by leaves the place as it is; one dated ahead does not hide what comes. */
  meet(record: unknown): void {
    const { field, as } = this.declared;
    const given = valueAt(record, field);
    const naive = as === 'iso' ? naiveOf(given) : null;
    const at = read(naive === null ? given : `${String(given)}Z`, as);
    if (at === null) return;
    const latest = naive === null ? this.now : this.now + FARTHEST_ZONE_MS;
    const value = as === 'number' ? at : Math.min(at, latest);
    this.#naive = naive;
    if (this.#latest === null || value > this.#latest) this.#latest = value;
  }

  position(): SincePosition | null {
    return this.#latest === null ? null : { since: this.#latest, naive: this.#naive };
  }
}

function naiveOf(value: unknown): ' ' | 'T' | null {
  const [, between] = /^\d{4}-\d\d-\d\d([ T])\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.exec(String(value)) ?? [];
  return (between as ' ' | 'T' | undefined) ?? null;
}

/** Times are milliseconds here. */
function read(value: unknown, as: Declared['as']): number | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const number = as === 'iso' ? Date.parse(String(value)) : Number(value);
  if (!Number.isFinite(number)) return null;
  return as === 'epoch' ? number * 1_000 : number;
}

function written(value: number, as: Declared['as'], naive: ' ' | 'T' | null): string | number {
  const iso = new Date(as === 'number' ? 0 : value).toISOString();
  if (as === 'iso') return naive === null ? iso : iso.slice(0, 19).replace('T', naive);
  return as === 'epoch' ? Math.floor(value / 1_000) : value;
}
