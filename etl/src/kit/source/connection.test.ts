import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSource } from './read-source.ts';
import type { Source } from './source.ts';

/** A source whose connection is declared from line 7 on, and what fills its one role from line 11 on. */
function read(connection: string, fill: string, schedule = '# by hand'): Source {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-source-'));
  writeFileSync(join(folder, 'orders.sql'), 'select * from landing.stall__orders');
  writeFileSync(
    join(folder, 'source.yaml'),
    `name: stall
shop: { code: stall, title: { en: Stall, zh: 小摊 }, zone: Asia/Shanghai, currency: CNY }
feeds: { orders: { from: orders } }
# each part
# on lines of its own
${schedule}
${connection}
files:
  orders:
    columns: { id: text, phone: text, changed: timestamptz, removed: timestamptz }
${fill
  .trim()
  .split('\n')
  .map((line) => `    ${line}`)
  .join('\n')}
`,
  );
  return readSource(folder);
}

const postgres = 'connection: { postgres: { url: { env: SHOP_URL } } }';
const http = `connection: { http: { url: 'https://shop.example/api' } }`;
const table = 'file: orders.csv\ntable: shop.orders';
const request = 'file: orders.ndjson\nrequest: { path: /orders }';

it('a connection fills the roles of its source; the rest has defaults', () => {
  const source = read(postgres, `${table}\ndelivery: delta\ncursor: { column: changed }\nkey: id\ndeletes: snapshot`);
  expect(source.connection).toEqual({
    postgres: { url: { env: 'SHOP_URL' }, statementTimeout: '1 hour', lockTimeout: '30 seconds' },
  });
  expect(source.files['orders']).toMatchObject({
    key: ['id'],
    columns: { rapport_gone: { type: 'boolean', optional: true } },
    tombstone: { column: 'rapport_gone' },
  });
  expect(read(http, request).files['orders']?.request).toMatchObject({ paging: 'none', maxPages: 10_000 });
  expect(read('', 'file: orders.csv').connection).toBeNull();
});

it('a schedule needs no folder where a connection fetches, and needs one where none does', () => {
  expect(read(postgres, table, `schedule: { cron: '0 3 * * *' }`).schedule?.from).toBeUndefined();
  expect(() => read(postgres, table, `schedule: { cron: '0 3 * * *', from: stall }`)).toThrow(
    /line 6.*schedule\.from: the connection fetches/,
  );
  expect(() => read('', 'file: orders.csv', `schedule: { cron: '0 3 * * *' }`)).toThrow(
    /line 6.*schedule\.from: the folder/,
  );
});

it.each([
  [
    `connection: { postgres: { url: postgres://ada:secret@db/shop } }`,
    table,
    /line 7.*connection\.postgres\.url: a secret stands elsewhere/,
  ],
  [
    `connection: { postgres: { url: { env: RAPPORT_MASTER_KEY } } }`,
    table,
    /a variable of Rapport itself|a secret stands elsewhere/,
  ],
  [
    `connection: { postgres: { url: { file: ../keys/master.key } } }`,
    table,
    /a secret stands elsewhere|the name of a file/,
  ],
  [`connection: { postgres: {} }`, table, /line 7.*connection\.postgres: one of url/],
  [`connection: {}`, table, /line 7.*connection: one of postgres or http/],
  [
    `connection: { http: { url: 'https://ada:secret@shop.example/' } }`,
    request,
    /connection\.http\.url: holds a user or password/,
  ],
  [
    `connection: { http: { url: 'https://shop.example/', auth: { bearer: abc } } }`,
    request,
    /connection\.http\.auth: one of \{ bearer/,
  ],
  [postgres, 'file: orders.csv', /line 9.*files\.orders: nothing fills it: a table or query is needed/],
  [postgres, request, /line 12.*files\.orders\.request: the connection is PostgreSQL/],
  [http, table, /line 12.*files\.orders\.table: the connection is HTTP/],
  ['', table, /line 12.*files\.orders\.table: the source has no connection/],
  [postgres, `${table}\nquery: select 1`, /files\.orders\.table: "query" fills it already/],
  [postgres, 'file: orders-*.csv\ntable: orders', /line 11.*files\.orders\.file: must be one csv file/],
  [http, 'file: orders.json\nrequest: { path: /orders }', /line 11.*files\.orders\.file: must be one ndjson file/],
  [
    postgres,
    `${table}\ncursor: { column: changed }`,
    /files\.orders\.cursor: brings changes only: write delivery: delta/,
  ],
  [
    postgres,
    `${table}\ndelivery: delta\ncursor: { column: changed, lag: soon }`,
    /files\.orders\.cursor\.lag: (a time )?such as/,
  ],
  [
    postgres,
    'file: orders.csv\nquery: select 1\ndelivery: delta\ncursor: { column: xmin }',
    /cursor: xmin is of a table/,
  ],
  [postgres, `${table}\ndelivery: delta\ndeletes: snapshot`, /files\.orders\.deletes: needs key/],
  [
    postgres,
    `${table}\ndelivery: delta\ndeletes: snapshot\nkey: number`,
    /files\.orders\.key: "number" is not declared/,
  ],
  [
    postgres,
    `${table}\ndelivery: delta\ndeletes: snapshot\nkey: phone\npersonal: { phone: hash }`,
    /files\.orders\.key: "phone" is personal/,
  ],
  [postgres, `${table}\ntombstone: removed`, /files\.orders\.tombstone: only a delta has tombstones/],
  [
    '',
    'file: orders.csv\ndelivery: delta\ntombstone: gone',
    /line 13.*files\.orders\.tombstone: "gone" is not declared/,
  ],
  [http, 'file: orders.ndjson\nrequest: { path: orders }', /line 12.*files\.orders\.request\.path: begins with \//],
  [
    http,
    'file: orders.ndjson\nrequest: { path: /o, paging: pages }',
    /files\.orders\.request\.paging: one of link, none/,
  ],
  [
    http,
    'file: orders.ndjson\nrequest: { path: /o, since: { param: s, field: changed } }',
    /files\.orders\.request: asks for changes only/,
  ],
])('%s with %j is refused with its line', (connection, fill, says) => {
  expect(() => read(connection, fill)).toThrow(says);
});
