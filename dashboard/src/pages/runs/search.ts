import { present } from '../../filters/search.ts';
import type { RunState } from '../../gql/graphql.ts';

/** Which runs are listed. */
export interface RunsSearch {
  source?: string;
  state?: RunState;
}

const states = ['RUNNING', 'COMMITTED', 'UNCHANGED', 'FAILED'] as const satisfies readonly RunState[];

export const readRunsSearch = (raw: Record<string, unknown>): RunsSearch =>
  present({
    source: typeof raw['source'] === 'string' && raw['source'] !== '' ? raw['source'] : undefined,
    state: states.find((state) => state === raw['state']),
  });
