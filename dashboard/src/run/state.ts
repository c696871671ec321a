import type { PillTone } from '../card/Pill.tsx';
import type { Run } from './run.ts';

export const stateTones: Record<Run['state'], PillTone> = {
  COMMITTED: 'good',
  UNCHANGED: 'flat',
  RUNNING: 'warn',
  FAILED: 'bad',
};
