import pg from 'pg';
import { shared } from '../kit/run/connections.ts';
import type { AlertConfig } from './config.ts';
import { deliverNotices, type Delivered } from './deliver.ts';
import { evaluateAlerts, type Evaluation } from './evaluate.ts';

/** Looks at everything, then sends what waits. */
export async function tellAlerts(db: pg.Client | pg.Pool, config: AlertConfig): Promise<Evaluation & Delivered> {
  const evaluation = await evaluateAlerts(db, config);
  return { ...evaluation, ...(await deliverNotices(db instanceof pg.Pool ? db : shared(db), config)) };
}
