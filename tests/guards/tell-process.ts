import { readAlertConfig, tellAlerts } from '@rapport/etl';
import { openPool } from '@rapport/model/schema';

const [, , url = '', home = ''] = process.argv;
const pool = openPool(url, { max: 2 });
await tellAlerts(pool, readAlertConfig(home));
await pool.end();
