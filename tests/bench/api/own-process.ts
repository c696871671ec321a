import { startApi } from '@rapport/api';

// A process of its own, as in an installation, with all its guards: keys, rules, limits. Only what one key may ask for in a minute is raised,
// because here one key asks for everybody.
const [databaseUrl = ''] = process.argv.slice(2);
const api = await startApi({ databaseUrl, port: 0, costPerMinute: 1e9, log: () => {} });
process.on('message', () => void api.close().then(() => process.exit(0)));
// Whoever asks may be gone.
process.on('disconnect', () => process.exit(0));
process.send?.({ url: `${api.url}/graphql` });
