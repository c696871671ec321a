import type { Operations } from '@rapport/api';
import type { Config } from '../../config.ts';
import type { Database } from '../../cli/database.ts';
import { alertOperations } from './alerts.ts';
import { quarantineOperations } from './quarantine.ts';

/** What the API may have done, by the hands of the load. One file for each part. */
export function operationsOf(config: Config, database: Database): Operations {
  return { quarantine: quarantineOperations(config, database), alerts: alertOperations(database) };
}
