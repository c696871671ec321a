import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of sources made by a test, and one that holds what they deliver. */
export class TriedSources {
  readonly folder = mkdtempSync(join(tmpdir(), 'rapport-sources-'));
  readonly inbox = mkdtempSync(join(tmpdir(), 'rapport-inbox-'));
  #clock = Date.UTC(2024, 5, 1);

  /** `declared`: the YAML below the shop. */
  write(name: string, declared: string, sql: Record<string, string>, shop = name): void {
    const directory = join(this.folder, name);
    mkdirSync(directory, { recursive: true });
    const head = `name: ${name}\nshop: { code: ${shop}, title: { en: Tried, zh: 试验店 }, zone: Asia/Shanghai, currency: CNY }\n`;
    writeFileSync(join(directory, 'source.yaml'), head + declared);
    for (const [feed, text] of Object.entries(sql)) writeFileSync(join(directory, `${feed}.sql`), text);
  }

  /** Each file is a minute younger than the one before it, unless it says otherwise. */
  put(name: string, content: string | Buffer, time = (this.#clock += 60_000)): string {
    writeFileSync(join(this.inbox, name), content);
    utimesSync(join(this.inbox, name), time / 1000, time / 1000);
    return this.inbox;
  }

  clear(): this {
    for (const name of readdirSync(this.inbox)) rmSync(join(this.inbox, name), { recursive: true });
    return this;
  }
}

/** The usual SQL of orders: the file's own columns id, person, status, at. */
export const ordersSql = (source: string, role = 'orders'): string =>
  `select file_id, record_no, id as external_id, person as customer_ref, status, at as ordered_at from landing.${source}__${role}`;
