import type { PillTone } from '../../card/Pill.tsx';
import type { Study } from './use-initiatives.ts';

/** The colour of a verdict: green and red only where it is for better or worse. */
export function toneOf({ verdict, better }: Pick<Study, 'verdict' | 'better'>): PillTone {
  if (verdict === 'CANNOT_TELL') return 'warn';
  if (verdict === 'NO_EFFECT' || better === null) return 'flat';
  return better ? 'good' : 'bad';
}

export type VerdictWord = 'worked' | 'backfired' | 'changed' | 'nothing' | 'unknown';
export function wordOf({ verdict, better }: Pick<Study, 'verdict' | 'better'>): VerdictWord {
  if (verdict === 'CANNOT_TELL') return 'unknown';
  if (verdict === 'NO_EFFECT') return 'nothing';
  return better === null ? 'changed' : better ? 'worked' : 'backfired';
}
