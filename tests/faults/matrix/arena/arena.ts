import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useSources } from '../../config.ts';
import { Apart, type ApartOptions } from './apart.ts';
import { House } from './house.ts';
import { OwnServer, type MatrixServer } from './server.ts';

/** How much of what could be tried for ever. */
export interface Extent {
  /** Random kills a seed, and orders of the shop they meet. */
  kills: number;
  killSize: number;
  /** Orders of arrival a seed. */
  shuffles: number;
}

/** Where cases are tried: a server, a folder of sources, and processes that stand ready to load. */
export class Arena {
  readonly sources = mkdtempSync(join(tmpdir(), 'rapport-faults-sources-'));
  readonly #restore: () => void;
  readonly #houses = new Set<House>();
  readonly #processes = new Set<Apart>();
  #standby: Apart | null = null;
  #own: Promise<OwnServer> | null = null;
  /** What a case told beside its verdict. */
  readonly remarks: string[] = [];

  constructor(
    readonly server: MatrixServer,
    /** Orders of a shop where the size does not matter. */
    readonly size: number,
    readonly extent: Extent,
    private readonly tell: (remark: string) => void = () => undefined,
  ) {
    cpSync(join(import.meta.dirname, '..', 'sources'), this.sources, { recursive: true });
    this.#restore = useSources(this.sources);
  }

  async house(server: MatrixServer = this.server, more = ''): Promise<House> {
    return this.#keep(new House(await server.clone(more), (name) => server.drop(name)));
  }

  /** The same deliveries for a house of its own: empty, or as the other one stands, which is closed then. */
  async twin({ delivery, database }: House, asItStands = false): Promise<House> {
    const { server } = this;
    const clone = await server.clone('', asItStands ? database.name : undefined);
    return this.#keep(new House(clone, (name) => server.drop(name), delivery));
  }

  #keep(house: House): House {
    this.#houses.add(house);
    return house;
  }

  async leave(house: House): Promise<void> {
    this.#houses.delete(house);
    await house.drop();
  }

  /** A server that may be harmed; started when it is first asked for. */
  own(): Promise<OwnServer> {
    this.#own ??= OwnServer.start({ max_connections: '40' });
    return this.#own;
  }

  /** A source folder of a case's own; `declared` is the YAML below its shop. */
  source(name: string, declared: string, sql: Record<string, string>, shop = name): void {
    const folder = join(this.sources, name);
    mkdirSync(folder, { recursive: true });
    const head = `name: ${name}\nshop: { code: ${shop}, title: { en: Tried, zh: 试验店 }, zone: Asia/Shanghai, currency: CNY }\n`;
    writeFileSync(join(folder, 'source.yaml'), head + declared);
    for (const [feed, text] of Object.entries(sql)) writeFileSync(join(folder, `${feed}.sql`), text);
  }

  /** The bazaar under another name and with more in its source.yaml; its rows are of the same shop. */
  bazaarAs(name: string, more = '', edit: (text: string, file: string) => string = (text) => text): string {
    const folder = join(this.sources, name);
    mkdirSync(folder, { recursive: true });
    for (const file of readdirSync(join(this.sources, 'bazaar'))) {
      const text = readFileSync(join(this.sources, 'bazaar', file), 'utf8');
      const own = text
        .replaceAll('landing.bazaar__', `landing.${name}__`)
        .replace('name: bazaar', `name: ${name}\n${more}`);
      writeFileSync(join(folder, file), edit(own, file));
    }
    return name;
  }

  /** A process that is ready to load; the next one is started meanwhile. */
  async apart(options?: ApartOptions): Promise<Apart> {
    if (options) return this.#start(options).ready();
    const ready = this.#standby ?? this.#start();
    await ready.ready();
    this.#standby = this.#start();
    return ready;
  }

  #start(options?: ApartOptions): Apart {
    const process = new Apart(options);
    this.#processes.add(process);
    return process;
  }

  /** Told at once, since a case may try much. */
  remark(text: string): void {
    this.remarks.push(text);
    this.tell(text);
  }

  /** After each case: nothing of it goes on. */
  async tidy(): Promise<void> {
    for (const process of this.#processes) {
      if (process === this.#standby) continue;
      if (!process.isOver) process.signal('SIGKILL');
      this.#processes.delete(process);
    }
    for (const house of this.#houses) await house.drop().catch(() => undefined);
    this.#houses.clear();
  }

  async close(): Promise<void> {
    this.#standby?.signal('SIGKILL');
    this.#standby = null;
    await this.tidy();
    if (this.#own) await (await this.#own).close();
    this.#restore();
    rmSync(this.sources, { recursive: true, force: true });
  }
}
