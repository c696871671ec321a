import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ScheduleOfTest {
  cron?: string;
  zone?: string;
  catchUp?: 'all' | 'latest';
  attempts?: number;
  /** Default: a folder a day, named after the source. */
  from?: string;
  /** What the feed promises, such as "6 hours"; nothing by default. */
  freshness?: string;
}

const HEADER = 'id,status,ordered,changed';
const SQL = (name: string): string =>
  `select file_id, record_no, id as external_id, status, ordered as ordered_at, changed as source_version from landing.${name}__orders\n`;

/** Source folders and deliveries of shops that send their orders as deltas, for a worker to find. */
export class ScheduledShops {
  readonly sources = mkdtempSync(join(tmpdir(), 'rapport-sources-'));
  readonly deliveries = mkdtempSync(join(tmpdir(), 'rapport-deliveries-'));
  readonly home = mkdtempSync(join(tmpdir(), 'rapport-home-'));

  /** A source called `name`, due daily at 03:15 in Shanghai unless told otherwise. */
  schedule(name: string, { cron = '15 3 * * *', zone = 'Asia/Shanghai', ...rest }: ScheduleOfTest = {}): this {
    const from = rest.from ?? `${name}/{date}`;
    const folder = join(this.sources, name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'orders.sql'), SQL(name));
    writeFileSync(
      join(folder, 'source.yaml'),
      `name: ${name}
shop:
  code: ${name}
  title: { en: ${name}, zh: ${name} }
  zone: ${zone}
  currency: CNY
schedule:
  cron: '${cron}'
  from: '${from}'
  catchUp: ${rest.catchUp ?? 'all'}
  attempts: ${rest.attempts ?? 10}
files:
  orders:
    file: orders*.csv
    delivery: delta
    columns: { id: text, status: text, ordered: timestamp, changed: timestamp }
feeds:
  orders: { from: orders${rest.freshness === undefined ? '' : `, freshness: ${rest.freshness}`} }
`,
    );
    return this;
  }

  folder(name: string, day: string): string {
    const folder = join(this.deliveries, name, day);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  /** The orders of one day, of which one is new and one corrects the day before it. */
  deliver(name: string, day: string): this {
    const number = Number(day.slice(-2));
    const rows = [
      `o${number - 1},delivered,${day} 08:00:00,${day} 10:00:00`,
      `o${number},shipped,${day} 09:00:00,${day} 09:30:00`,
    ];
    return this.deliverText(name, day, [HEADER, ...rows, ''].join('\n'));
  }

  deliverText(name: string, day: string, text: string): this {
    writeFileSync(join(this.folder(name, day), `orders-${day}.csv`), text);
    return this;
  }
}
