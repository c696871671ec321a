import { readRows, type Row } from './read-file.ts';
import type { Sent } from './sent.ts';

/** What the tables of the bazaar must hold: a line of text a row, and what is still waited for. */
export interface Reckoned {
  lines: Map<string, string[]>;
  /** `<feed> <row's id> <order it waits for>`. */
  pending: string[];
  /** Records by file name. */
  records: Map<string, number>;
  totals: Map<string, bigint>;
}

interface Version {
  row: Row;
  time: number;
  recordNo: number;
}

const roleOf = (name: string): string => name.replace(/[-.].*$/, '');
const keyOf = (row: Row): string => row['id'] ?? row['sku'] ?? '';
const said = (row: Row, name: string): string => row[name] ?? '';

/** Seconds since 1970 of a time on Shanghai's clock, which has not been changed since 1991. */
function seconds(text: string): string {
  if (text === '') return '';
  const [, y, mo, d, h, mi, s] = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(text) ?? [];
  if (!y) throw new Error(`"${text}" is no time`);
  return String(Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h) - 8, Number(mi), Number(s)) / 1000);
}

/** Fen, exactly. */
export function minor(text: string): bigint {
  const [, sign = '', whole, part = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text || '0') ?? [];
  if (whole === undefined) throw new Error(`"${text}" is no amount`);
  return BigInt(`${sign}${whole}${part.padEnd(2, '0')}`);
}

function newer(a: Version, b: Version): boolean {
  const [mine, others] = [a, b].map(({ row }) => (row['changed'] ? Number(seconds(row['changed'])) : -Infinity)) as [
    number,
    number,
  ];
  if (mine !== others) return mine > others;
  return a.time === b.time ? a.recordNo > b.recordNo : a.time > b.time;
}

/** The latest version of each row: of payments by the newest whole picture, of everything else by all that was sent. */
function latest(files: readonly Sent[], records: Map<string, number>): Map<string, Map<string, Row>> {
  const found = new Map<string, Map<string, Version>>();
  const newestPayments = files.filter(({ name }) => roleOf(name) === 'payments').toSorted((a, b) => b.time - a.time)[0];
  for (const file of files) {
    const role = roleOf(file.name);
    const { rows, records: counted } = readRows(file);
    records.set(`${file.name} ${file.time}`, counted);
    if (role === 'payments' && file !== newestPayments) continue;
    const own = found.get(role) ?? new Map<string, Version>();
    found.set(role, own);
    for (const [at, row] of rows.entries()) {
      const version = { row, time: file.time, recordNo: at };
      const known = own.get(keyOf(row));
      if (!known || newer(version, known)) own.set(keyOf(row), version);
    }
  }
  return new Map([...found].map(([role, rows]) => [role, new Map([...rows].map(([key, { row }]) => [key, row]))]));
}

const children: Record<string, { feed: string; line: (row: Row) => string[] }> = {
  items: {
    feed: 'order_items',
    line: (row) => [
      said(row, 'no'),
      said(row, 'sku'),
      String(minor(said(row, 'price'))),
      String(minor(said(row, 'freight'))),
    ],
  },
  parcels: {
    feed: 'shipments',
    line: (row) => [said(row, 'carrier'), seconds(said(row, 'handed')), seconds(said(row, 'delivered'))],
  },
  payments: {
    feed: 'payments',
    line: (row) => [
      said(row, 'no'),
      said(row, 'method'),
      String(minor(said(row, 'amount'))),
      seconds(said(row, 'paid')),
    ],
  },
  reviews: {
    feed: 'reviews',
    line: (row) => [said(row, 'score'), said(row, 'message'), seconds(said(row, 'answered'))],
  },
};

export const SEPARATOR = '\u001f';
const line = (...parts: string[]): string => parts.join(SEPARATOR);

/** Reads everything that was sent and says what must be published, in whole numbers, by nothing but the files themselves. */
export function reckon(sent: readonly Sent[]): Reckoned {
  const records = new Map<string, number>();
  const rows = latest(
    sent.filter((file) => !file.void && roleOf(file.name) in known),
    records,
  );
  const orders = rows.get('orders') ?? new Map<string, Row>();
  const buyer = (id: string): string => said(orders.get(id) ?? {}, 'person') || `guest:${id}`;
  const lines = new Map<string, string[]>();
  lines.set(
    'orders',
    [...orders].map(([id, row]) =>
      line(
        id,
        buyer(id),
        said(row, 'status'),
        said(row, 'region'),
        seconds(said(row, 'ordered')),
        said(row, 'ordered').slice(0, 10),
        said(row, 'promised'),
      ),
    ),
  );
  lines.set(
    'products',
    [...(rows.get('goods') ?? [])].map(([id, row]) => line(id, said(row, 'title'), said(row, 'category'))),
  );
  lines.set(
    'customers',
    [...(rows.get('people') ?? [])].map(([id, row]) => line(id, said(row, 'region'))),
  );
  const pending: string[] = [];
  const totals = new Map<string, bigint>();
  for (const [role, { feed, line: ownLine }] of Object.entries(children)) {
    const published = [...(rows.get(role) ?? [])].filter(([id, row]) => {
      const there = orders.has(said(row, 'order'));
      if (!there) pending.push(`${feed} ${id} ${said(row, 'order')}`);
      return there;
    });
    lines.set(
      feed,
      published.map(([id, row]) => line(id, said(row, 'order'), buyer(said(row, 'order')), ...ownLine(row))),
    );
    const money = role === 'items' ? ['price', 'freight'] : role === 'payments' ? ['amount'] : [];
    for (const name of money)
      totals.set(
        `${feed}.${name}_minor`,
        published.reduce((sum, [, row]) => sum + minor(said(row, name)), 0n),
      );
  }
  return { lines, pending: pending.sort(), records, totals };
}

const known: Record<string, true> = {
  people: true,
  goods: true,
  orders: true,
  items: true,
  parcels: true,
  payments: true,
  reviews: true,
};
