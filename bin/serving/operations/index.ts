import type { Operations } from '@rapport/api';
import type { StandIn } from '@rapport/etl';
import type { Config } from '../../config.ts';
import type { Database } from '../../cli/database.ts';
import { alertOperations } from './alerts.ts';
import { backfillOperations } from './backfills.ts';
import { loadOperations } from './loads.ts';
import { personalOperations } from './personal.ts';
import { quarantineOperations } from './quarantine.ts';
import { reportOperations } from './reports.ts';

/** What the API may have done, by the hands of the load. One file for each part. */
export function operationsOf(
  config: Pick<Config, 'home' | 'masterKey' | 'deliveries'> & Partial<Pick<Config, 'revealsPerHour'>>,
  database: Pick<Database, 'url' | 'pool'>,
  standIn: Pick<StandIn, 'look'>,
): Operations {
  return {
    quarantine: quarantineOperations(config, database),
    alerts: alertOperations(database),
    loads: loadOperations(config, database, standIn),
    backfills: backfillOperations(config, database, standIn),
    personal: personalOperations(config, database),
    reports: reportOperations(database),
  };
}
