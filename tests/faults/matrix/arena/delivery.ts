import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Sent } from '../check/sent.ts';
import { csvOf, roles, type Rows } from '../shop/bazaar.ts';

/** A folder that files are delivered to and the home they are loaded with. What was sent is kept apart, for the checker. */
export class Delivery {
  readonly inbox = mkdtempSync(join(tmpdir(), 'rapport-faults-inbox-'));
  readonly home = mkdtempSync(join(tmpdir(), 'rapport-faults-home-'));
  readonly sent: Sent[] = [];
  readonly #archive = mkdtempSync(join(tmpdir(), 'rapport-faults-sent-'));
  #clock = Date.UTC(2024, 5, 1);
  #delivered = 0;

  /** Delivers one file; each is a minute younger than the one before it, unless it says otherwise. */
  put(name: string, content: string | Buffer, more: Partial<Omit<Sent, 'name' | 'path'>> = {}): Sent {
    const { time = (this.#clock += 60_000), refused = [], ...rest } = more;
    const path = join(this.#archive, `${this.sent.length}-${basename(name)}`);
    for (const place of [path, join(this.inbox, name)]) {
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, content);
      utimesSync(place, time / 1000, time / 1000);
    }
    const file = { name: basename(name), path, time, refused, ...rest };
    this.sent.push(file);
    return file;
  }

  /** Delivers rows of the bazaar, each delivery as files of a number of its own. */
  deliver(rows: Partial<Rows>): void {
    this.#delivered++;
    for (const role of roles) {
      const own = rows[role];
      if (!own || own.length === 0) continue;
      this.put(role === 'payments' ? 'payments.csv' : `${role}-${this.#delivered}.csv`, csvOf(role, own));
    }
  }

  /** A file as it lies in the folder. */
  read(name: string): Buffer {
    return readFileSync(join(this.inbox, name));
  }

  clear(): this {
    for (const name of readdirSync(this.inbox)) rmSync(join(this.inbox, name), { recursive: true });
    return this;
  }

  /** Everything that was sent, and nothing else, lies in the folder. */
  deliverAgain(): void {
    this.clear();
    for (const { name, path, time } of this.sent) {
      writeFileSync(join(this.inbox, name), readFileSync(path));
      utimesSync(join(this.inbox, name), time / 1000, time / 1000);
    }
  }

  remove(): void {
    for (const folder of [this.inbox, this.home, this.#archive]) rmSync(folder, { recursive: true, force: true });
  }
}
