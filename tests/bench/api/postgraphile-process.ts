import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

// As its own documentation starts it for production: no explanations, no editor, the same number of connections as ours.
const [connectionString = ''] = process.argv.slice(2);
const service = postgraphile({
  extends: [PostGraphileAmberPreset],
  // The bench sorts and filters by columns whose index leads with the shop.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [makePgService({ connectionString, schemas: ['core', 'journey'], poolConfig: { max: 10 } })],
  grafast: { explain: false },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
}).createServ(grafserv);
const server = createServer();
await service.addTo(server);
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
process.on('message', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` });
