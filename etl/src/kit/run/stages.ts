/** The stages of a run, in order; ops.runs.stage holds the one it is in. Only a source with a connection fetches. */
export const stages = [
  'fetch',
  'discover',
  'landing',
  'stage',
  'merge',
  'journey',
  'rollup',
  'commit',
  'done',
] as const;
export type Stage = (typeof stages)[number];

/** What a stage handled, where it counts. */
export interface StageWork {
  rows?: number;
  bytes?: number;
}
