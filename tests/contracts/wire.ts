import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

interface Wire {
  /** A database address that leads through the wire. */
  url: string;
  /** Bytes that went to PostgreSQL so far: a statement, a `begin`, anything at all. */
  sent(): number;
  /** Waits until nothing is under way: connections are given back behind the answer. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

const QUIET_MS = 30;

/** What stands between the API and its database, and counts. No driver is asked what it sends. */
export async function wireTo(databaseUrl: string): Promise<Wire> {
  const { hostname, port } = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let sent = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    client.on('data', (chunk) => (sent += chunk.length));
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    sent: () => sent,
    async quiet() {
      for (let before = -1; before !== sent;) {
        before = sent;
        await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
      }
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}
