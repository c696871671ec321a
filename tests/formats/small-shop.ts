import type { TestSource } from './sources.ts';
import type { Cell } from './workbook.ts';

type Value = string | number | null;
type Row = Record<string, Value>;

const texts: (string | null)[] = [
  '物流很快，包装完好。',
  'A "quoted" word, a comma; and\ta tab',
  '两行\n第二行，含"引号"',
  '表情😀与生僻字𠮷',
  null,
  'größer — naïve café €5',
];

/** Twenty people and their orders, with texts that every encoding and format has to carry unharmed. */
export const people: Row[] = Array.from({ length: 20 }, (_, n) => ({
  id: `c${n}`,
  name: `${'赵钱孙李周吴郑王冯陈'[n % 10]}${n}`,
  city: n % 3 === 0 ? null : `城市${n % 4}`,
}));

export const orders: Row[] = Array.from({ length: 60 }, (_, n) => ({
  id: `o${n}`,
  person: `c${(n * 7) % 20}`,
  status: n % 9 === 0 ? 'canceled' : 'delivered',
  ordered: `2025-0${(n % 6) + 1}-${String((n % 27) + 1).padStart(2, '0')} 1${n % 10}:05:00`,
}));

export const items: Row[] = orders.flatMap((order, n) =>
  Array.from({ length: (n % 3) + 1 }, (_, at) => ({
    order_id: order['id'] ?? null,
    no: at + 1,
    sku: `p${(n + at) % 5}`,
    price: `${10 + n}.${String(at * 25).padStart(2, '0')}`,
  })),
);

export const reviews: Row[] = orders
  .filter((_, n) => n % 2 === 0)
  .map((order, n) => ({
    id: `r${n}`,
    order_id: order['id'] ?? null,
    score: (n % 5) + 1,
    text: texts[n % texts.length] ?? null,
    at: `2025-08-${String((n % 27) + 1).padStart(2, '0')} 09:00:00`,
  }));

const tables = { people, orders, items, reviews };
export type TableName = keyof typeof tables;

const field = (value: Value | undefined, delimiter: string) => {
  const text = String(value ?? '');
  return new RegExp(`["\\r\\n${delimiter}]`).test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export function csv(name: TableName, delimiter = ','): string {
  const rows: Row[] = tables[name];
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => field(row[column], delimiter)).join(delimiter));
  return `${[columns.join(delimiter), ...lines].join('\n')}\n`;
}

export function ndjson(name: TableName): string {
  return `${tables[name].map((row) => JSON.stringify(row)).join('\n')}\n`;
}

/** As a spreadsheet holds it: times as dates, prices as numbers. */
export function cells(name: TableName): Cell[][] {
  const rows: Row[] = tables[name];
  const typed = (column: string, value: Value): Cell =>
    column === 'ordered' || column === 'at' ? new Date(`${value}Z`) : column === 'price' ? Number(value) : value;
  return [
    Object.keys(rows[0] ?? {}),
    ...rows.map((row) => Object.entries(row).map(([column, value]) => typed(column, value))),
  ];
}

/** Orders with their items and review inside them, as the export of a shop's interface would have them. */
export function nested(): string {
  const data = orders.map((order) => ({
    id: order['id'],
    buyer: { ref: order['person'] },
    state: order['status'],
    ordered: order['ordered'],
    lines: items
      .filter(({ order_id }) => order_id === order['id'])
      .map(({ sku, price }) => ({ sku, price: JSON.parse(String(price)) as number })),
    feedback: reviews
      .filter(({ order_id }) => order_id === order['id'])
      .map(({ id, score, text, at }) => ({ id, score, text, at })),
  }));
  return JSON.stringify({ meta: { made: '2025-09-01', list: [1, { orders: [2] }] }, data: { orders: data } }, null, 1);
}

const feeds: TestSource['feeds'] = {
  customers: {
    from: 'people',
    sql: 'select file_id, record_no, id as external_id, name, name_masked, city from {people}',
  },
  orders: {
    from: 'orders',
    sql: 'select file_id, record_no, id as external_id, person as customer_ref, status, ordered as ordered_at from {orders}',
  },
  order_items: {
    from: 'items',
    sql: `select file_id, record_no, order_id || '#' || no as external_id, order_id as order_ref, no as item_no, sku as product_ref, price from {items}`,
  },
  reviews: {
    from: 'reviews',
    sql: 'select file_id, record_no, id as external_id, id as review_ref, order_id as order_ref, score, text as message, at as answered_at from {reviews}',
  },
};

const columns = {
  people: { id: 'text', name: 'text', city: 'text' },
  orders: { id: 'text', person: 'text', status: 'text', ordered: 'timestamp' },
  items: { order_id: 'text', no: 'integer', sku: 'text', price: 'numeric' },
  reviews: { id: 'text', order_id: 'text', score: 'smallint', text: 'text', at: 'timestamp' },
};

/** One file a table, named `<table><ending>`. */
export function flatSource(ending: string, encoding?: string): TestSource {
  const files = Object.fromEntries(
    Object.entries(columns).map(([role, declared]) => [
      role,
      {
        file: `${role}${ending}`,
        columns: declared,
        ...(encoding ? { encoding } : {}),
        ...(role === 'people' ? { personal: { name: 'encrypt' } } : {}),
      },
    ]),
  );
  return { files, feeds };
}

/** Orders, items and reviews from one nested document; people beside it. */
export function nestedSource(): TestSource {
  const file = 'shop.json';
  const { people: peopleFile } = flatSource('.csv').files;
  return {
    files: {
      people: peopleFile,
      orders: {
        file,
        rows: 'data.orders[]',
        ignored: ['lines', 'feedback'],
        columns: {
          id: 'text',
          person: { type: 'text', path: 'buyer.ref' },
          status: { type: 'text', path: 'state' },
          ordered: 'timestamp',
        },
      },
      items: {
        file,
        rows: 'data.orders[].lines[]',
        columns: {
          order_id: { type: 'text', path: '^.id' },
          no: { type: 'integer', path: '#' },
          sku: 'text',
          price: 'numeric',
        },
      },
      reviews: {
        file,
        rows: 'data.orders[].feedback[]',
        columns: {
          id: 'text',
          order_id: { type: 'text', path: '^.id' },
          score: 'smallint',
          text: 'text',
          at: 'timestamp',
        },
      },
    },
    feeds,
  };
}
