import { ingest } from '@rapport/etl';

/** `load-process.ts <database url> <directory> <home> [source]`: one load, of Olist's files where no source is named, for tests that kill it. */
const [databaseUrl = '', from = '', home = '', source = 'olist'] = process.argv.slice(2);
await ingest({ databaseUrl, source, from, home });
