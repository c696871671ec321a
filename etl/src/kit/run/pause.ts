import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Stage } from './stages.ts';

/** Called where a stage is under way. With RAPPORT_PAUSE_AT it says so on stderr and waits there, to be killed. */
export async function reach(stage: Stage, pauseAt: Stage | null): Promise<void> {
  if (pauseAt !== stage) return;
  writeSync(2, `paused at ${stage}\n`);
  for (;;) await sleep(1000);
}
