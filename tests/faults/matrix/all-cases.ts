import { packed } from './cases/compressed/packed.ts';
import { diskIsFull } from './cases/database/disk-full.ts';
import { harmed } from './cases/database/harmed.ts';
import { locks } from './cases/database/locks.ts';
import { deliveries } from './cases/delivery/deliveries.ts';
import { shuffles } from './cases/delivery/shuffles.ts';
import { unfinished } from './cases/delivery/unfinished.ts';
import { smallHeap } from './cases/process/large-file.ts';
import { randomKills } from './cases/process/random-kills.ts';
import { killedAtStages, killedBehindCommit } from './cases/process/stages.ts';
import { betweenCommitAndAnswer, toldToEnd } from './cases/process/stopped.ts';
import { backfillBesideReaders } from './cases/schedule/backfilled.ts';
import { schedules } from './cases/schedule/schedules.ts';
import { yuanBecomeFen } from './cases/schema/cents.ts';
import { schemas } from './cases/schema/schemas.ts';
import { aLongLine } from './cases/text/long-line.ts';
import { texts } from './cases/text/texts.ts';
import { formulaInjection } from './cases/values/formulas.ts';
import { oddities } from './cases/values/odd-values.ts';
import { refusedAndReplayed } from './cases/values/replayed.ts';
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
  ...deliveries,
  ...unfinished,
  shuffles,
  ...packed,
  ...texts,
  aLongLine,
  ...oddities,
  formulaInjection,
  refusedAndReplayed,
  ...schemas,
  yuanBecomeFen,
  ...schedules,
  backfillBesideReaders,
];
