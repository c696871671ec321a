import { diskIsFull } from './cases/database/disk-full.ts';
import { harmed } from './cases/database/harmed.ts';
import { locks } from './cases/database/locks.ts';
import { smallHeap } from './cases/process/large-file.ts';
import { randomKills } from './cases/process/random-kills.ts';
import { killedAtStages, killedBehindCommit } from './cases/process/stages.ts';
import { betweenCommitAndAnswer, toldToEnd } from './cases/process/stopped.ts';
import type { FaultCase } from './fault-case.ts';

/** The fault matrix, row by row. */
export const allCases: readonly FaultCase[] = [
  ...killedAtStages,
  killedBehindCommit,
  ...toldToEnd,
  ...betweenCommitAndAnswer,
  smallHeap,
  randomKills,
  ...harmed,
  ...locks,
  diskIsFull,
];
