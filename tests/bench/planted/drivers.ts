import { answerDrivers } from '@rapport/model/findings';
import type pg from 'pg';
import { falselyFound, plantedDrivers, isFound } from '../../findings/planted-drivers.ts';

const OUTCOMES = ['LOW_SCORE', 'COMPLAINT', 'NO_REPURCHASE'] as const;
const PERIOD = { from: '2024-11-01', to: '2026-10-31' };

export interface DriversFound {
  /** What was planted, and whether it stands out the right way. */
  found: Record<string, boolean>;
  /** Idle factors that stand out all the same. */
  idle: string[];
}

export async function askDrivers(pool: pg.Pool): Promise<DriversFound> {
  const drivers: DriversFound = { found: {}, idle: [] };
  for (const outcome of OUTCOMES) {
    const answer = await answerDrivers(pool, { shop: 'demo', outcome, period: PERIOD }, { role: 'analyst' });
    for (const planted of plantedDrivers)
      if (planted.outcome === outcome)
        drivers.found[`${planted.of} (${planted.factor}, ${outcome})`] = isFound(planted, answer);
    drivers.idle.push(...falselyFound(answer).map((factor) => `${factor}, ${outcome}`));
  }
  return drivers;
}
