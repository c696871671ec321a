import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

interface Behaviour {
  /** Every piece of data is held back for so long. */
  delayMs?: number;
  /** Bytes a second, in each direction. */
  rate?: number;
  /** Looks at what the client sends; true: it is passed on, and nothing comes back any more. */
  deafAfter?: (sent: Buffer) => boolean;
}

/** A TCP link to the database that can be slow, cut, or deaf. */
export class Proxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #refuses = false;
  /** A client has sent what makes the link deaf. */
  deaf = false;

  private constructor(
    private readonly target: { host: string; port: number },
    private readonly behaviour: Behaviour,
  ) {
    this.#server = createServer((client) => this.#link(client));
  }

  static async to(databaseUrl: string, behaviour: Behaviour = {}): Promise<Proxy> {
    const { hostname, port } = new URL(databaseUrl);
    const proxy = new Proxy({ host: hostname, port: Number(port) }, behaviour);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** The same database, over this link. */
  url(databaseUrl: string): string {
    const url = new URL(databaseUrl);
    url.hostname = '127.0.0.1';
    url.port = String((this.#server.address() as AddressInfo).port);
    return url.href;
  }

  /** Everybody's connection is gone; new ones are refused until it is mended. */
  cut(): void {
    this.#refuses = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#refuses = false;
    this.deaf = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #link(client: Socket): void {
    if (this.#refuses) return void client.destroy();
    const server = connect(this.target);
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        this.#sockets.delete(one);
        other.destroy();
      });
      this.#pass(one, other, one === client);
    }
  }

  #pass(from: Socket, to: Socket, isFromClient: boolean): void {
    const { delayMs = 0, rate = Number.POSITIVE_INFINITY, deafAfter } = this.behaviour;
    from.on('data', (data: Buffer) => {
      if (this.deaf && !isFromClient) return;
      if (isFromClient && deafAfter?.(data)) this.deaf = true;
      const wait = delayMs + (data.length / rate) * 1000;
      if (wait === 0) return void to.write(data);
      from.pause();
      setTimeout(() => {
        if (!to.destroyed) to.write(data);
        from.resume();
      }, wait);
    });
  }
}
