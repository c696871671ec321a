import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApiKey, startApi, type RunningApi } from '@rapport/api';
import { operationsOf } from '@rapport/bin/operations';
import { lastLine, rapport, type Ended } from '../setup/run-rapport.ts';
import { ask } from '../testkit/demo-house.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { home, orderColumns, ordersSql, Quarantine, refusedRows } from './refused.ts';

const quarantine = new Quarantine();
const { shop, load } = quarantine;
let house: TestDatabase;
let api: RunningApi;
let key: string;

const source = shop.source('shown', {
  files: { orders: { file: 'orders.csv', delivery: 'delta', columns: orderColumns } },
  feeds: { orders: { from: 'orders', sql: ordersSql } },
});

beforeAll(async () => {
  house = await quarantine.open();
  api = await startApi({
    databaseUrl: house.url,
    port: 0,
    operations: operationsOf({ home, masterKey: undefined, deliveries: home }, house, { look: () => undefined }),
    log: () => {},
  });
  ({ key } = await createApiKey(house.pool, { role: 'operator', label: 'mender' }));
  const lines = [
    'a,ada,created,2024-01-01 08:00',
    'b,ada,=1+1,2024-02-30 08:00',
    'c,bob,created,1901-01-01 08:00',
    'd,eve,created,2024-02-31 08:00',
  ];
  shop.deliver({ 'orders.csv': ['id,person,status,at', ...lines].join('\n') });
  await load(house, source);
});
afterAll(() => api.close());

type Data = Record<string, never>;
async function graphql(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const { answer } = await ask(api.url, key, query, variables);
  expect(answer.errors).toBeUndefined();
  return answer.data as Data;
}
const cli = (...args: string[]): Promise<Ended> =>
  rapport(args, { DATABASE_URL: house.url, RAPPORT_HOME: home, RAPPORT_SOURCES: shop.folder });

it('refused rows are found by text, field and the id of their record, and counted by reason with a sample', async () => {
  const found = await graphql(`{
    text: quarantine(where: { text: "=1+1" }) { nodes { recordNo raw isSealed isCorrected } }
    field: quarantine(where: { field: "ordered_at", recordId: "c" }) { totalCount nodes { recordId } }
    none: quarantine(where: { text: "nowhere", ids: ["1", "x"] }) { totalCount }
    quarantineReasons(where: { source: "shown" }) { reason { code remedy { en zh } } rows corrected sample { field state } }
  }`);
  expect(found).toMatchObject({
    text: { nodes: [{ recordNo: 2, raw: 'b,ada,=1+1,2024-02-30 08:00', isSealed: false, isCorrected: false }] },
    field: { totalCount: 1, nodes: [{ recordId: 'c' }] },
    none: { totalCount: 0 },
    quarantineReasons: [
      { reason: { code: 'invalid_date' }, rows: 2, corrected: 0, sample: [{ field: 'at', state: 'WAITING' }, {}] },
      { reason: { code: 'implausible_date' }, rows: 1, sample: [{ field: 'ordered_at' }] },
    ],
  });
});

it('who may not see the text of records may not search it either', async () => {
  const { key: analyst } = await createApiKey(house.pool, { role: 'analyst', label: 'reader' });
  const { answer } = await ask(api.url, analyst, '{ quarantine(where: { text: "ada" }) { totalCount } }');
  expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
});

it('a row is corrected, previewed, replayed and discarded through the API, and each is written down', async () => {
  const [second, third, fourth] = await refusedRows(house);
  const correct =
    'mutation($id: ID!, $value: String!) { correctQuarantined(id: $id, fields: [{ column: "at", value: $value }]) { id userErrors { code text { en zh } } } }';
  expect(await graphql(correct, { id: second!.id, value: '2024-01-02 08:00' })).toMatchObject({
    correctQuarantined: { id: String(second!.id), userErrors: [] },
  });
  expect(await graphql(correct, { id: 999, value: 'x' })).toMatchObject({
    correctQuarantined: { id: null, userErrors: [{ code: 'REFUSED_ROW_MISSING' }] },
  });
  const selection = { source };
  const preview =
    'mutation($selection: RefusedSelection!) { previewReplay(selection: $selection) { userErrors { code } sources { rows loaded refused refusals { reason { code } rows } sample { id outcome } movedCount moved { metric { id title { zh } } month before after } } } }';
  const { previewReplay } = await graphql(preview, { selection });
  expect(previewReplay).toMatchObject({
    userErrors: [],
    sources: [
      {
        rows: 3,
        loaded: 1,
        refused: 2,
        refusals: [{ rows: 1 }, { rows: 1 }],
        sample: [{ id: String(second!.id), outcome: 'LOADED' }, { outcome: 'REFUSED' }, { outcome: 'REFUSED' }],
      },
    ],
  });
  const { moved } = (previewReplay as unknown as { sources: { moved: { metric: { id: string } }[] }[] }).sources[0]!;
  expect(moved.find(({ metric }) => metric.id === 'ORDERS')).toMatchObject({
    month: '2024-01-01',
    before: 1,
    after: 2,
  });
  const replay =
    'mutation($selection: RefusedSelection!) { replayQuarantine(selection: $selection) { userErrors { code } sources { source runId loaded refused } } }';
  expect(await graphql(replay, { selection })).toMatchObject({
    replayQuarantine: { userErrors: [], sources: [{ source, runId: expect.any(String), loaded: 1, refused: 2 }] },
  });
  expect(await graphql(replay, { selection: {} })).toMatchObject({
    replayQuarantine: { sources: [], userErrors: [{ code: 'SELECTION_EMPTY' }] },
  });
  const discard =
    'mutation($ids: [ID!], $reason: String!) { discardQuarantine(selection: { ids: $ids }, reason: $reason) { discarded userErrors { code text { zh } } } }';
  expect(await graphql(discard, { ids: [third!.id], reason: ' ' })).toMatchObject({
    discardQuarantine: { discarded: 0, userErrors: [{ code: 'DISCARD_WITHOUT_REASON' }] },
  });
  expect(await graphql(discard, { ids: [third!.id], reason: 'test order' })).toMatchObject({
    discardQuarantine: { discarded: 1 },
  });
  const { auditLog } = await graphql(
    '{ auditLog(where: { actor: "key mender" }) { totalCount nodes { action subject runId detail } } }',
  );
  expect(auditLog).toMatchObject({
    totalCount: 3,
    nodes: [
      {
        action: 'quarantine.discard',
        subject: `source ${source}`,
        runId: null,
        detail: expect.stringContaining('test order'),
      },
      { action: 'quarantine.replay', runId: expect.any(String) },
      { action: 'quarantine.correct', subject: `quarantine ${second!.id}` },
    ],
  });
  expect((await refusedRows(house)).map(({ state }) => state)).toEqual(['replayed', 'discarded', 'waiting']);
  expect(fourth!.state).toBe('waiting');
});

it('the command line does the same', async () => {
  const waiting = (await refusedRows(house)).find(({ state }) => state === 'waiting')!;
  const id = String(waiting.id);
  expect(await cli('quarantine', 'fix', id, '--set', 'nothing=1')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no column "nothing"'),
  });
  const raw = join(home, 'record.txt');
  await writeFile(raw, 'd,eve,created,2024-01-03 08:00\n');
  expect(lastLine((await cli('quarantine', 'fix', id, '--raw-file', raw, '--json')).stdout)).toEqual({
    id: waiting.id,
    corrected: true,
  });
  expect(lastLine((await cli('replay', '--source', source, '--dry-run', '--json')).stdout)).toMatchObject({
    dryRun: true,
    sources: [{ loaded: 1 }],
  });
  expect(lastLine((await cli('replay', '--id', id, '--json')).stdout)).toMatchObject({
    dryRun: false,
    sources: [{ source, rows: 1, loaded: 1, refused: 0 }],
  });
});

it('an export is safe to open in a spreadsheet, exact as NDJSON, and written down', async () => {
  const [csv, ndjson] = [join(home, 'refused.csv'), join(home, 'refused.ndjson')];
  for (const out of [csv, ndjson])
    expect((await cli('quarantine', 'export', '--state', 'all', '--out', out)).code).toBe(0);
  expect(await readFile(csv, 'utf8')).toContain('"b,ada,=1+1,2024-02-30 08:00"');
  const lines = (await readFile(ndjson, 'utf8')).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { raw: 'b,ada,=1+1,2024-02-30 08:00', corrected: 'b,ada,=1+1,2024-01-02 08:00', state: 'replayed' },
    { state: 'discarded' },
    { state: 'replayed' },
  ]);
  const { rows } = await house.pool.query(`select actor, detail from ops.audit where action = 'quarantine.export'`);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({ actor: expect.stringMatching(/^cli /), detail: { decrypted: false, format: 'csv' } });
});
