import { createApiKey, startApi, type RunningApi } from '@rapport/api';
import { operationsOf } from '@rapport/bin/operations';
import { standInForWorkers, type StandIn } from '@rapport/etl';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { emptyHouse } from '../faults/loads.ts';
import { loadsOf, rowsOf, windowsOf } from '../schedule/houses.ts';
import { ScheduledShops } from '../schedule/scheduled-shop.ts';
import { eventually, workOnce } from '../schedule/workers.ts';
import { lastLine, rapport, type Ended } from '../setup/run-rapport.ts';
import { ask } from '../testkit/demo-house.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { days, stretchesOf } from './backfills.ts';

const shops = new ScheduledShops();
let house: TestDatabase;
let api: RunningApi;
let standIn: StandIn;
const keys = new Map<string, string>();

beforeAll(async () => {
  vi.stubEnv('RAPPORT_SOURCES', shops.sources);
  house = await emptyHouse();
  const { home, deliveries } = shops;
  standIn = standInForWorkers({ databaseUrl: house.url, home, deliveries, masterKey: null, log: () => undefined });
  const operations = operationsOf({ home, masterKey: undefined, deliveries }, house, standIn);
  api = await startApi({ databaseUrl: house.url, port: 0, operations, log: () => {} });
  for (const role of ['operator', 'analyst'] as const)
    keys.set(role, (await createApiKey(house.pool, { role, label: 'ada' })).key);
});
afterAll(async () => {
  await api.close();
  await standIn.close();
  await house.drop();
});

async function graphql(query: string, variables: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  const { answer } = await ask(api.url, keys.get('operator') ?? '', query, variables);
  expect(answer.errors).toBeUndefined();
  return answer.data as Record<string, unknown>;
}
const cli = (...args: string[]): Promise<Ended> =>
  rapport(args, {
    DATABASE_URL: house.url,
    RAPPORT_HOME: shops.home,
    RAPPORT_SOURCES: shops.sources,
    RAPPORT_DELIVERIES: shops.deliveries,
  });

const RUN = `mutation($source: String!, $from: String) {
  runSource(source: $source, from: $from) { requestId runId userErrors { code field text { en zh } } }
}`;

it('an operator has a source loaded, without a worker too, and is told the run', async () => {
  shops.schedule('ants').deliver('ants', '2026-11-02');
  const { runSource } = (await graphql(RUN, { source: 'ants', from: 'ants/2026-11-02' })) as {
    runSource: { runId: string };
  };
  expect(runSource).toEqual({ requestId: expect.any(String), runId: expect.any(String), userErrors: [] });
  await eventually(async () => (await loadsOf(house, 'ants')).length === 1);
  const { ingestionRun } = await graphql(
    `query ($id: ID!) { ingestionRun(id: $id) { trigger state window error { code } stages { stage seconds rows } files { name state records } quarantineReasons { rows } } }`,
    { id: runSource.runId },
  );
  expect(ingestionRun).toMatchObject({
    trigger: 'api',
    state: 'COMMITTED',
    window: null,
    error: null,
    files: [{ name: 'orders-2026-11-02.csv', state: 'FRESH', records: 2 }],
    quarantineReasons: [],
  });
  const { stages } = ingestionRun as { stages: { stage: string; rows: number | null }[] };
  expect(stages.map(({ stage }) => stage)).toEqual([
    'discover',
    'landing',
    'stage',
    'merge',
    'journey',
    'rollup',
    'commit',
  ]);
});

it('what cannot be loaded is refused as data, and a folder that was not delivered is never read', async () => {
  const refused = async (variables: Record<string, unknown>): Promise<unknown> => {
    const { runSource } = (await graphql(RUN, variables)) as {
      runSource: { requestId: string | null; userErrors: { code: string; text: { zh: string } }[] };
    };
    expect(runSource.requestId).toBeNull();
    expect(runSource.userErrors[0]?.text.zh).toMatch(/\p{Script=Han}/u);
    return runSource.userErrors[0]?.code;
  };
  expect(await refused({ source: 'nosuch' })).toBe('UNKNOWN_SOURCE');
  expect(await refused({ source: 'olist' })).toBe('NOWHERE_TO_LOAD_FROM');
  for (const from of ['..', '../elsewhere', '/etc', 'ants/../../elsewhere'])
    expect(await refused({ source: 'ants', from })).toBe('FOLDER_OUTSIDE');
});

it('a schedule is seen, paused and resumed, its failed windows tried again; each is written down', async () => {
  shops.schedule('bees', { attempts: 1 });
  await workOnce(house, shops, '2026-11-01T12:00:00Z');
  await workOnce(house, shops, '2026-11-02T12:00:00Z');
  const shown = (await graphql(
    '{ schedules { source cron zone failed pausedAt last { state error { code title { zh } remedy { en } } } } workers { alive } }',
  )) as { schedules: { source: string }[] };
  expect(shown.schedules.find(({ source }) => source === 'bees')).toEqual({
    source: 'bees',
    cron: '15 3 * * *',
    zone: 'Asia/Shanghai',
    failed: 1,
    pausedAt: null,
    last: {
      state: 'FAILED',
      error: {
        code: 'directory_missing',
        title: { zh: expect.stringMatching(/\p{Script=Han}/u) },
        remedy: { en: expect.any(String) },
      },
    },
  });
  const changed = await graphql(`mutation {
    pauseSource(source: "bees") { source userErrors { code } }
    resumeSource(source: "bees") { source userErrors { code } }
    retrySource(source: "bees") { windows userErrors { code } }
    unknown: pauseSource(source: "olist") { source userErrors { code } }
  }`);
  expect(changed).toEqual({
    pauseSource: { source: 'bees', userErrors: [] },
    resumeSource: { source: 'bees', userErrors: [] },
    retrySource: { windows: 1, userErrors: [] },
    unknown: { source: null, userErrors: [{ code: 'NOT_SCHEDULED' }] },
  });
  expect(await windowsOf(house, 'bees')).toEqual(['waiting 11-01 19:15']);
  const written = await rowsOf(house, `select action, actor from ops.audit where subject = 'source bees' order by at`);
  expect(written).toEqual(
    ['pause', 'resume', 'retry'].map((verb) => ({ action: `schedule.${verb}`, actor: 'key ada' })),
  );
});

it('a backfill is started, goes on by itself without a worker, and is seen to its end', async () => {
  shops.schedule('cats');
  for (const day of days(3)) shops.deliver('cats', day);
  const start = `mutation($last: LocalDate!) {
    startBackfill(input: { source: "cats", first: "2026-11-02", last: $last, throttle: "none" }) {
      backfill { id state total done step } userErrors { code text { en } }
    }
  }`;
  const refused = await graphql(start, { last: '2026-11-01' });
  expect(refused).toMatchObject({ startBackfill: { backfill: null, userErrors: [{ code: 'BACKFILL_RANGE' }] } });
  const { startBackfill } = (await graphql(start, { last: '2026-11-04' })) as {
    startBackfill: { backfill: { id: string } };
  };
  expect(startBackfill).toMatchObject({ backfill: { state: 'RUNNING', total: 3, step: 'DAY' }, userErrors: [] });
  const { id } = startBackfill.backfill;
  const again = await graphql(start, { last: '2026-11-04' });
  expect(again).toMatchObject({ startBackfill: { backfill: null } });
  await eventually(async () => (await stretchesOf(house, id)).every((line) => line.startsWith('loaded')));
  expect(await loadsOf(house, 'cats')).toEqual(days(3).map((day) => `orders-${day}.csv`));
  await eventually(async () => {
    const { backfills } = (await graphql('{ backfills { id state done failures { window } } }')) as {
      backfills: { id: string; state: string }[];
    };
    return backfills.find((one) => one.id === id)?.state === 'DONE';
  });
  const over = await graphql(`mutation { cancelBackfill(id: "${id}") { backfill { id } userErrors { code } } }`);
  expect(over).toEqual({ cancelBackfill: { backfill: null, userErrors: [{ code: 'BACKFILL_OVER' }] } });
});

it('who only reads sees schedules and backfills and changes nothing', async () => {
  const analyst = (query: string) => ask(api.url, keys.get('analyst') ?? '', query);
  expect((await analyst('{ schedules { source } backfills { id } }')).answer.errors).toBeUndefined();
  const { answer } = await analyst('mutation { runSource(source: "ants") { runId } }');
  expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
});

it('the command line starts, shows, pauses, resumes and ends one, each with a result for machines', async () => {
  shops.schedule('dogs');
  for (const day of days(2)) shops.deliver('dogs', day);
  const range = ['--from-window', '2026-11-02', '--to-window', '2026-11-04', '--throttle', 'none'];
  const begun = await cli('backfill', 'dogs', ...range, '--json');
  expect(begun.code, 'the last day has no delivery').toBe(1);
  const first = lastLine(begun.stdout) as { id: string };
  expect(first).toMatchObject({ source: 'dogs', state: 'done', total: 3, loaded: 2, failed: 1 });
  shops.deliver('dogs', '2026-11-04');
  const resumed = await cli('backfill', 'resume', first.id, '--json');
  expect([resumed.code, lastLine(resumed.stdout)]).toEqual([0, expect.objectContaining({ loaded: 3, failed: 0 })]);
  const [listed, shown, paused, unnamed] = await Promise.all([
    cli('backfill', 'list', '--json'),
    cli('backfill', 'status', first.id),
    cli('backfill', 'pause', first.id),
    cli('backfill', 'dogs'),
  ]);
  expect(lastLine(listed.stdout)).toMatchObject({
    backfills: expect.arrayContaining([expect.objectContaining({ id: first.id, loaded: 3 })]),
  });
  expect(shown.stdout).toMatch(/dogs +done +3 +3/);
  expect([paused.code, unnamed.code]).toEqual([1, 2]);
  expect(paused.stderr).toMatch(/is done\. Start a new one/);
  expect(unnamed.stderr).toMatch(/--from-window/);
});
