export { realData } from './config.ts';
export { testDatabase, type TestDatabase } from './database.ts';
export { keepLaterRollups } from './later-rollups.ts';
