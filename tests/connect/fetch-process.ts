import { ingest } from '@rapport/etl';

/** `fetch-process.ts <database url> <home> <source> <secret>`: one load of a connected source, for tests that kill it. */
const [databaseUrl = '', home = '', source = '', secret = ''] = process.argv.slice(2);
await ingest({ databaseUrl, source, home, secrets: () => secret });
