import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { ingest, type IngestError, type IngestOptions, type IngestReport } from '@rapport/etl';

const home = mkdtempSync(join(tmpdir(), 'rapport-home-'));

export interface TestSource {
  files: Record<string, unknown>;
  /** SQL by feed; `{role}` is that role's landing table. */
  feeds: Record<string, { from: string; secondary?: boolean; sql: string }>;
  zone?: string;
  encoding?: string;
  contract?: Record<string, string>;
}

/** Source folders made by a test, and a folder of deliveries. RAPPORT_SOURCES must be `folder`. */
export class Workshop {
  readonly folder = mkdtempSync(join(tmpdir(), 'rapport-sources-'));
  readonly delivery = mkdtempSync(join(tmpdir(), 'rapport-delivery-'));
  #time = Date.UTC(2025, 0, 1);

  /** A source of the shop "workshop"; every source of it makes the same ids. */
  source(name: string, { files, feeds, ...rest }: TestSource): string {
    const folder = join(this.folder, name);
    mkdirSync(folder, { recursive: true });
    const declared = Object.entries(feeds).map(([feed, { sql: _sql, ...from }]) => [feed, from]);
    const shop = {
      code: 'workshop',
      title: { en: 'Workshop', zh: '作坊' },
      zone: 'Asia/Shanghai',
      currency: 'CNY',
    };
    writeFileSync(
      join(folder, 'source.yaml'),
      stringify({ name, shop, files, feeds: Object.fromEntries(declared), ...rest }),
    );
    for (const [feed, { sql }] of Object.entries(feeds)) {
      writeFileSync(join(folder, `${feed}.sql`), sql.replace(/\{(\w+)\}/g, `landing.${name}__$1`));
    }
    return name;
  }

  /** Replaces what is delivered; each delivery is younger than the one before. */
  deliver(files: Record<string, string | Buffer>): string {
    for (const name of readdirSync(this.delivery)) rmSync(join(this.delivery, name));
    this.#time += 3_600_000;
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(this.delivery, name), content);
      utimesSync(join(this.delivery, name), this.#time / 1000, this.#time / 1000);
    }
    return this.delivery;
  }

  load(databaseUrl: string, source: string, options: Partial<IngestOptions> = {}): Promise<IngestReport> {
    return ingest({ databaseUrl, source, from: this.delivery, home, trigger: 'cli', ...options });
  }

  /** The error of a load that must fail. */
  async refusal(databaseUrl: string, source: string): Promise<IngestError> {
    try {
      await this.load(databaseUrl, source);
    } catch (error) {
      return error as IngestError;
    }
    throw new Error('the load went through');
  }
}
