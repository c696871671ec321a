import pg from 'pg';
import { shared } from '../kit/run/connections.ts';
import type { AlertConfig } from './config.ts';
import { deliverNotices, type Delivered } from './deliver.ts';
import { lookAtPublished } from './figures.ts';
import { evaluateAlerts, type Evaluation } from './evaluate.ts';

/** Looks at everything, then sends what waits. A look at figures that fails holds up no other alert, and is a fault all the same. */
export async function tellAlerts(db: pg.Client | pg.Pool, config: AlertConfig): Promise<Evaluation & Delivered> {
  const trouble = await lookAtPublished(db).then(
    () => null,
    (error: unknown) => ({ error }),
  );
  const told = await tellWhatStands(db, config);
  if (trouble) throw trouble.error;
  return told;
}

/** The same without a look at figures, which takes its time: what runs, schedules and feeds wrote down. */
export async function tellWhatStands(db: pg.Client | pg.Pool, config: AlertConfig): Promise<Evaluation & Delivered> {
  const evaluation = await evaluateAlerts(db, config);
  const delivered = await deliverNotices(db instanceof pg.Pool ? db : shared(db), config);
  return { ...evaluation, ...delivered };
}
