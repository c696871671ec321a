import { replay } from '@rapport/etl';

/** `replay-process.ts <database url> <home> <source>`: one replay, for tests that kill it. */
const [databaseUrl = '', home = '', source = ''] = process.argv.slice(2);
await replay({ databaseUrl, home, actor: 'cli killed', selection: { source } });
