/** The stages of a run, in order; ops.runs.stage holds the one it is in. */
export const stages = ['discover', 'landing', 'stage', 'merge', 'journey', 'rollup', 'commit', 'done'] as const;
export type Stage = (typeof stages)[number];
