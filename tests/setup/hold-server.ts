import { openEmbedded } from '@rapport/bin/postgres';

// Opens the embedded server of a home and holds it until killed: the parent whose death the tests arrange.
const server = await openEmbedded({ home: process.argv[2] ?? '' });
process.stdout.write(`${JSON.stringify({ port: server.port, started: server.started })}\n`);
setInterval(() => undefined, 60_000);
