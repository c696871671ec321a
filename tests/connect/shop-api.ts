import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Behave = (asked: URL, response: ServerResponse, request: IncomingMessage) => void;

/** A real server on loopback that does what a test says, misbehaviour included. */
export class ShopApi {
  readonly asked: { url: string; headers: IncomingMessage['headers'] }[] = [];
  behave: Behave = (_asked, response) => void response.writeHead(404).end();

  private constructor(
    readonly server: Server,
    readonly url: string,
  ) {}

  static async open(): Promise<ShopApi> {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const api = new ShopApi(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`);
    server.on('request', (request, response) => {
      api.asked.push({ url: request.url ?? '', headers: request.headers });
      api.behave(new URL(request.url ?? '', api.url), response, request);
    });
    return api;
  }

  /** The query of each request so far, then forgotten. */
  queries(): string[] {
    return this.asked.splice(0).map(({ url }) => url.replace(/^[^?]*\??/, ''));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}

export function answer(response: ServerResponse, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(200, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

export interface ApiOrder {
  id: string;
  person: string;
  status: string;
  placed: string;
  changed: string;
}

export const apiOrder = (id: string, status = 'created', changed = '2024-05-01T00:00:00Z'): ApiOrder => ({
  id,
  person: 'ada',
  status,
  placed: '2024-01-01T10:00:00Z',
  changed,
});
