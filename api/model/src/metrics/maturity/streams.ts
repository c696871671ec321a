import { createHash } from 'node:crypto';
import { declarations, type Metric } from '../catalogue.ts';
import type { Outcome } from '../grammar.ts';
import { identityKey } from '../sql.ts';

/** Outcomes whose delays are learned together; metrics that count the same by the same days share one. */
export interface Stream {
  /** Of its declaration: another declaration is another stream, of which nothing is learned yet. */
  id: string;
  outcome: Outcome;
  /** Those of `outcome` that are not among these. */
  less?: Outcome;
}

/** From what a figure is completed. `decided`: what is above the line and what is not; `apart`: numerator and denominator. */
export type Ripening =
  | { shape: 'part'; streams: readonly [Stream] }
  | { shape: 'decided' | 'apart'; streams: readonly [Stream, Stream] };

function textOf({ fact, clock, count, day }: Outcome): string {
  const counted =
    count === 'every row' ? [count] : Object.entries(count).map(([how, piece]) => `${how} ${identityKey(piece)}`);
  return [fact.name, clock, ...counted, identityKey(day)].join('\n');
}
export const outcomeId = (outcome: Outcome): string =>
  createHash('sha256').update(textOf(outcome)).digest('hex').slice(0, 16);

const all = (outcome: Outcome): Stream => ({ id: outcomeId(outcome), outcome });
const rest = (outcome: Outcome, less: Outcome): Stream => ({
  id: `${outcomeId(outcome)}-${outcomeId(less)}`,
  outcome,
  less,
});

/** Outcomes with the same of these are read in one pass. */
export const passOf = ({ fact, clock, day }: Outcome): string => [fact.name, clock, identityKey(day)].join('\n');

function declaredRipening({ kind, knownOn }: Metric): Ripening | null {
  if (!knownOn) return null;
  const { part, whole } = knownOn;
  if (!whole) return { shape: 'part', streams: [all(part)] };
  if (kind === 'ratio' && passOf(part) === passOf(whole))
    return { shape: 'decided', streams: [all(part), rest(whole, part)] };
  return { shape: 'apart', streams: [all(part), all(whole)] };
}

const ripenings = new WeakMap<Metric, Ripening | null>();

/** null: nothing of it comes later that could be learned. */
export function ripeningOf(metric: Metric): Ripening | null {
  let ripening = ripenings.get(metric);
  if (ripening === undefined) ripenings.set(metric, (ripening = declaredRipening(metric)));
  return ripening;
}

/** Every stream that any metric rests on. */
export const streams: readonly Stream[] = [
  ...new Map(
    declarations.flatMap((metric) => ripeningOf(metric)?.streams ?? []).map((stream) => [stream.id, stream]),
  ).values(),
];
