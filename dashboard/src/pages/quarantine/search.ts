import { present } from '../../filters/search.ts';
import type { QuarantineState } from '../../gql/graphql.ts';

/** Which refused rows are looked at. */
export interface QuarantineSearch {
  source?: string;
  feed?: string;
  reason?: string;
  run?: string;
  /** Absent: those that wait. */
  state?: Exclude<QuarantineState, 'WAITING'>;
  /** Id of a record, whole. */
  record?: string;
  /** Some of its text; operators only. */
  text?: string;
  /** The reason whose rows are listed, as keyOf writes it, or EVERY; absent: the one with most rows. */
  open?: string;
}

const states = ['REPLAYED', 'DISCARDED', 'SUPERSEDED'] as const satisfies readonly QuarantineSearch['state'][];

const word = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export const readQuarantineSearch = (raw: Record<string, unknown>): QuarantineSearch =>
  present({
    source: word(raw['source']),
    feed: word(raw['feed']),
    reason: word(raw['reason']),
    run: word(raw['run']),
    state: states.find((state) => state === raw['state']),
    record: word(raw['record']),
    text: word(raw['text']),
    open: word(raw['open']),
  });
