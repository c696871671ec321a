import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeUser, createSignInLink } from '@rapport/api';
import { verifyAudit } from '@rapport/model/schema';
import { rapport } from '../../setup/run-rapport.ts';
import { holding, openExportHouse, PAYLOAD, START, type ExportHouse, type Kept, type Payload } from './house.ts';

let house: ExportHouse;
let analyst: string;
beforeAll(async () => {
  house = await openExportHouse();
  analyst = await house.key('analyst');
});
afterAll(() => house.close());

const PRODUCTS = '{ products { nodes { externalId title } } }';
const ORDERS = '{ orders { nodes { id externalId paidTotal { amount } customer { externalId } } } }';
const done = async (key: string, document = ORDERS): Promise<Kept> => (await house.file(key, document, 'CSV')).kept;
const change = async (key: string, mutation: string, id: string): Promise<Payload> => {
  const { data, text } = await house.ask<Record<string, Payload>>(
    key,
    `mutation($id: ID!) { ${mutation}(id: $id) ${PAYLOAD} }`,
    { id },
  );
  if (!data) throw new Error(text);
  return data[mutation]!;
};
const codes = ({ userErrors }: Payload): string[] => userErrors.map(({ code }) => code);

describe('who gets which rows', () => {
  test('a lead’s file is what a lead’s pages say, and not all there is', async () => {
    const lead = await house.key('lead', { scope: { dimension: 'MERCHANT', values: ['m3'] } });
    const pages = await house.pages(lead, 'orders', 'id externalId paidTotal { amount } items { price { amount } }');
    const { bytes } = await house.file(lead, '{ orders { nodes { id items { price { amount } } } } }', 'CSV');
    const lines = parse(bytes).slice(1);
    expect(lines).toEqual(pages.map(({ id, items }) => [id, JSON.stringify(items)]));
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.length).toBeLessThan(60);
    expect(codes(await house.start(lead, PRODUCTS))).toEqual(['FORBIDDEN']);
  });

  test('what a role may not see it may not export, in words that tell no name', async () => {
    const executive = await house.key('executive');
    const refused = await house.start(executive, ORDERS);
    expect([refused.export, codes(refused)]).toEqual([null, ['FORBIDDEN']]);
    expect((await house.start(executive, '{ orders { nodes { nothing } } }')).userErrors[0]).toEqual(
      refused.userErrors[0],
    );
    expect(codes(await house.start(analyst, '{ auditLog { nodes { id } } }'))).toEqual(['FORBIDDEN']);
  });

  test('a key that only reads may export what it reads', async () => {
    const reader = await house.key('analyst', { scopes: ['figures', 'rows'] });
    expect((await done(reader)).rows).toBe(60);
    const figures = await house.key('analyst', { scopes: ['figures'] });
    expect(codes(await house.start(figures, ORDERS))).toEqual(['FORBIDDEN']);
    const { errors } = await house.ask(reader, 'mutation { runSource(source: "seed") { userErrors { code } } }');
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

test.each([
  ['{ orders { nodes { id }', 'INVALID_DOCUMENT', [{ line: 1, column: 24 }]],
  ['{\n  orders { nodes { nothing } }\n}', 'INVALID_DOCUMENT', [{ line: 2, column: 20 }]],
  ['mutation { cancelExport(id: "1") { userErrors { code } } }', 'NOT_A_QUERY', []],
  ['{ orders { nodes { id } } customers { nodes { id } } }', 'ONE_LIST', []],
  ['{ orders { totalCount } }', 'NOTHING_TO_EXPORT', []],
  ['{ orders @skip(if: true) { nodes { id } } }', 'NOTHING_TO_EXPORT', []],
  ['{ orders { nodes { id @skip(if: true) } } }', 'NOTHING_TO_EXPORT', []],
  ['{ __schema { types { name } } }', 'NOTHING_TO_EXPORT', []],
  ['query($w: OrderWhere!) { orders(where: $w) { nodes { id } } }', 'INVALID_VARIABLES', []],
])('%s is refused before anything is read', async (document, code, places) => {
  const refused = await house.start(analyst, document);
  expect(refused.userErrors.map((error) => [error.code, error.places])).toEqual([[code, places]]);
  expect(refused.userErrors[0]!.text.zh).not.toBe('');
});

describe('a file', () => {
  test('is fetched by its owner only, signed, whole or a range, with its name', async () => {
    const kept = await done(analyst);
    const whole = await house.download(analyst, kept);
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect(whole.headers.get('content-disposition')).toBe(
      `attachment; filename="export.csv"; filename*=UTF-8''export.csv`,
    );
    expect(whole.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(kept.sha256);
    const part = await house.download(analyst, kept, { range: 'bytes=10-19' });
    expect([part.status, Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(10, 20))]).toEqual([206, true]);
    expect((await house.download(analyst, kept, { range: 'bytes=99999999-' })).status).toBe(416);

    const other = await house.key('analyst');
    expect((await house.download(other, kept)).status).toBe(404);
    const unsigned = { ...kept, downloadUrl: kept.downloadUrl!.replace(/signature=./, 'signature=x') };
    expect((await house.download(analyst, unsigned)).status).toBe(404);
    expect((await fetch(new URL(kept.downloadUrl!, house.api.url))).status).toBe(401);
    const { data } = await house.ask<{ export: Kept | null }>(other, 'query($id: ID!) { export(id: $id) { id } }', {
      id: kept.id,
    });
    expect(data?.export).toBeNull();
    expect(codes(await change(other, 'repeatExport', kept.id))).toEqual(['NOT_FOUND']);
  });

  test('is readable by the server’s account alone', async () => {
    const { id } = await done(analyst);
    expect(statSync(join(house.directory, `${id}.csv`)).mode & 0o777).toBe(0o600);
    expect(statSync(house.directory).mode & 0o777).toBe(0o700);
  });

  test('is not handed to who may see something else now', async () => {
    const kept = await done(analyst);
    await house.database.pool.query(`update ops.exports set role = 'operator' where id = $1`, [kept.id]);
    expect((await house.download(analyst, kept)).status).toBe(403);
  });

  test('expires, is removed, and can be made again', async () => {
    const kept = await done(analyst);
    await house.database.pool.query(`update ops.exports set expires_at = now() - interval '1 second' where id = $1`, [
      kept.id,
    ]);
    expect((await house.download(analyst, kept)).status).toBe(410);
    expect((await house.ended(analyst, kept.id)).state).toBe('EXPIRED');
    // Another server on the same directory looks after it when it starts.
    await (await house.serve()).close();
    expect(existsSync(join(house.directory, `${kept.id}.csv`))).toBe(false);
    const again = await change(analyst, 'repeatExport', kept.id);
    expect((await house.ended(analyst, again.export!.id)).rows).toBe(kept.rows);
  });
});

describe('while it is written', () => {
  test('it is called off: nothing of it is left, and its connection is free', async () => {
    await holding(house.database, async (waiting) => {
      const { export: started } = await house.start(analyst, PRODUCTS);
      await waiting();
      const { export: canceled } = await change(analyst, 'cancelExport', started!.id);
      expect(canceled).toMatchObject({ state: 'CANCELED', downloadUrl: null });
      expect(readdirSync(house.directory).filter((name) => name.startsWith(started!.id))).toEqual([]);
      expect(codes(await change(analyst, 'cancelExport', started!.id))).toEqual(['NOT_RUNNING']);
      expect((await done(analyst)).rows).toBe(60);
    });
  });

  test('there are two at once, and one of each principal', async () => {
    const [second, third] = [await house.key('analyst'), await house.key('analyst')];
    await holding(house.database, async (waiting) => {
      await house.start(analyst, PRODUCTS);
      await waiting();
      expect(codes(await house.start(analyst, ORDERS))).toEqual(['EXPORT_RUNNING']);
      const other = await house.start(second, PRODUCTS);
      expect(codes(await house.start(third, ORDERS))).toEqual(['TOO_MANY_EXPORTS']);
      await change(second, 'cancelExport', other.export!.id);
    });
    expect((await done(third)).rows).toBe(60);
  });

  test('the server ends: it says so, and can be asked again', async () => {
    let id = '';
    const key = await house.key('analyst');
    await holding(house.database, async (waiting) => {
      id = (await house.start(key, PRODUCTS)).export!.id;
      await waiting();
      await house.api.close();
    });
    house.api = await house.serve();
    const kept = await house.ended(key, id);
    expect([kept.state, kept.downloadUrl]).toEqual(['INTERRUPTED', null]);
    expect(readdirSync(house.directory).filter((name) => name.startsWith(id))).toEqual([]);
    const again = await change(key, 'repeatExport', id);
    expect((await house.ended(key, again.export!.id)).rows).toBe(2503);
  });

  test('its holder is shut out or given other rights: it ends, and nothing of it is left', async () => {
    const { pool } = house.database;
    const key = await house.key('analyst');
    const { path } = await createSignInLink(pool, { user: 'Leaving', role: 'analyst' });
    const signedIn = await fetch(new URL(path, house.api.url), { redirect: 'manual' });
    const headers = {
      cookie: signedIn.headers.get('set-cookie')!.split(';')[0]!,
      'x-rapport-client': 'test',
      'content-type': 'application/json',
    };
    const body = JSON.stringify({ query: START, variables: { input: { document: PRODUCTS, format: 'CSV' } } });
    await holding(house.database, async (waiting) => {
      const ids = [(await house.start(key, PRODUCTS)).export!.id];
      await waiting();
      const response = await fetch(new URL('/graphql', house.api.url), { method: 'POST', headers, body });
      const { data } = (await response.json()) as { data: { startExport: Payload } };
      ids.push(data.startExport.export!.id);
      await pool.query(
        `update auth.api_keys set role = 'steward' where id = (select holder_id::uuid from ops.exports where id = $1)`,
        [ids[0]],
      );
      await changeUser(pool, 'Leaving', { disabled: true });
      const ended = async (): Promise<unknown[]> => {
        const { rows } = await pool.query<{ told: string }>(
          `select state || ' ' || coalesce(error ->> 'code', '') as told from ops.exports where id = any($1::uuid[])`,
          [ids],
        );
        return rows.map(({ told }) => told);
      };
      await expect.poll(ended, { timeout: 15_000 }).toEqual(['failed FORBIDDEN', 'failed FORBIDDEN']);
      expect(readdirSync(house.directory).filter((name) => ids.some((id) => name.startsWith(id)))).toEqual([]);
    });
  });

  test('its process is killed: the next one tells it of a process that has gone, silence of one elsewhere', async () => {
    const kept = await done(analyst);
    const killed = async (server: string, beat: string): Promise<string> => {
      await house.database.pool.query(
        `update ops.exports set state = 'running', server = $2, beat_at = now() - $3::interval where id = $1`,
        [kept.id, server, beat],
      );
      await (await house.serve()).close();
      const { data } = await house.ask<{ export: Kept }>(analyst, 'query($id: ID!) { export(id: $id) { state } }', {
        id: kept.id,
      });
      return data!.export.state;
    };
    expect(await killed(`${hostname()} 4194304`, '1 second')).toBe('INTERRUPTED');
    expect(await killed('elsewhere 7', '1 second')).toBe('RUNNING');
    expect(await killed('elsewhere 7', '1 minute')).toBe('INTERRUPTED');
  });
});

test('who may only send registered documents may only export those', async () => {
  const key = await house.key('analyst');
  await house.api.close();
  const exports = { directory: house.directory };
  house.api = await house.serve({ exports, documents: [ORDERS, START], documentsOnlyFor: ['analyst'] });
  expect(codes(await house.start(key, PRODUCTS))).toEqual(['DOCUMENTS_ONLY']);
  expect(codes(await house.start(key, ORDERS))).toEqual([]);
  await house.api.close();
  house.api = await house.serve();
});

test('has a budget of its own, for the hour', async () => {
  const key = await house.key('analyst');
  await house.api.close();
  house.api = await house.serve({ exports: { directory: house.directory, costPerHour: 200 } });
  expect((await done(key, '{ orders { nodes { id } } }')).rows).toBe(60);
  const { export: begun } = await house.start(key, PRODUCTS);
  expect(await house.ended(key, begun!.id)).toMatchObject({ state: 'FAILED', error: { code: 'BUDGET_SPENT' } });
  await house.api.close();
  house.api = await house.serve();
});

test('starts and downloads are in the audit, whose chain holds', async () => {
  const key = await house.key('analyst');
  const kept = await done(key);
  const { rows } = await house.database.pool.query<{ action: string; detail: Record<string, unknown> }>(
    `select action, detail from ops.audit where subject = $1 order by id`,
    [`export ${kept.id}`],
  );
  expect(rows.map(({ action }) => action)).toEqual(['export.start', 'export.download']);
  expect(rows[0]!.detail).toMatchObject({ format: 'csv', columns: kept.columns });
  expect(rows[1]!.detail).toMatchObject({ rows: 60, bytes: kept.bytes });
  expect((await verifyAudit(house.database.pool)).faults).toEqual([]);
});

test('one’s own are listed, the latest first', async () => {
  const key = await house.key('analyst');
  const ids = [await done(key), await done(key), await done(key)].map(({ id }) => id);
  const listed = await house.pages(key, 'exports', 'id state');
  expect(listed).toEqual(ids.toReversed().map((id) => ({ id, state: 'DONE' })));
});

describe('rapport query', () => {
  const query = (document: string, ...args: string[]): ReturnType<typeof rapport> => {
    const file = join(house.directory, '..', `${basename(house.directory)}.graphql`);
    writeFileSync(file, document);
    return rapport(['query', file, ...args], { RAPPORT_URL: house.api.url, RAPPORT_KEY: analyst }).finally(() =>
      rmSync(file),
    );
  };

  test('follows a list to its end, with progress beside it', async () => {
    const { code, stdout, stderr } = await query(
      'query($n: Int!) { orders(first: $n) { nodes { id } } }',
      '--variables',
      '{"n": 2}',
      '--format',
      'csv',
    );
    expect([code, parse(stdout).length]).toEqual([0, 61]);
    expect(stderr).toContain('60 rows');
  });

  test('gives the answer itself as JSON', async () => {
    const { code, stdout } = await query('{ orders(first: 2) { totalCount nodes { id } } }');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ orders: { totalCount: 60, nodes: [{}, {}] } });
  });

  test.each(['csv', 'json'])('names file, line and column of what is wrong (%s)', async (format) => {
    const { code, stdout, stderr } = await query('{\n  orders { nodes { nothing } }\n}', '--format', format);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/\.graphql:2:20: Cannot query field "nothing"/);
  });

  test('says what is missing', async () => {
    const { code, stderr } = await rapport(['query', 'any.graphql', '--url', house.api.url]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('RAPPORT_KEY')]);
    for (const url of ['nonsense', 'ftp://127.0.0.1', 'http://']) {
      const ended = await rapport(['query', 'any.graphql', '--url', url], { RAPPORT_KEY: analyst });
      expect([ended.code, ended.stderr], url).toEqual([2, expect.stringMatching(/no address of an API[^]*http:\/\//)]);
    }
  });
});
