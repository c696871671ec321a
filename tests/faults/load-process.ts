import { ingest } from '@rapport/etl';

/** `load-process.ts <database url> <directory> <home>`: one load of Olist's files, for tests that kill it. */
const [databaseUrl = '', from = '', home = ''] = process.argv.slice(2);
await ingest({ databaseUrl, source: 'olist', from, home });
