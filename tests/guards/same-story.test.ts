import { mkdirSync, readdirSync, renameSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { readAlertConfig, tellAlerts } from '@rapport/etl';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { serving, type SeededApi } from '../contracts/client.ts';
import { kill, loadUntil } from '../faults/loads.ts';
import { lastLine, rapport } from '../setup/run-rapport.ts';
import { PayingShop, usualPrice } from './paying-shop.ts';

/** What each of those who may be asked says: the last run, and which alerts are open. */
interface Story {
  state: string;
  code: string | null;
  alerts: string[];
}

let shop: PayingShop;
let api: SeededApi;
beforeAll(async () => {
  shop = await PayingShop.open();
  vi.stubEnv('RAPPORT_SOURCES', shop.sources);
  api = await serving(shop.house);
  await shop.usualDays(3);
});
afterEach(async () => {
  shop.declare();
  await shop.load(shop.deliver());
  const { alerts } = await ofLedger();
  if (alerts.length > 0) throw new Error(`What went wrong has not recovered: ${alerts.join(', ')}`);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await api.close();
  await shop.close();
});

const command = (...args: string[]) =>
  rapport(args, {
    DATABASE_URL: shop.house.url,
    RAPPORT_HOME: shop.home,
    RAPPORT_SOURCES: shop.sources,
    RAPPORT_DELIVERIES: shop.deliveries,
  });
const loadOf = async (folder: string): Promise<number | null> =>
  (await command('ingest', 'paying', '--from', folder)).code;

async function ofLedger(): Promise<Story> {
  const [run] = await shop.rows<{ state: string; code: string | null }>(
    'select state, error_code as code from ops.runs order by run_id desc limit 1',
  );
  const alerts = await shop.rows<{ kind: string }>(
    'select kind from ops.alerts where recovered_at is null order by kind, subject',
  );
  return { state: run?.state ?? '', code: run?.code ?? null, alerts: alerts.map(({ kind }) => kind) };
}

async function ofCommands(): Promise<Story> {
  const [runs, alerts] = await Promise.all([
    command('runs', '--last', '1', '--json'),
    command('alerts', 'list', '--json'),
  ]);
  const [run] = (lastLine(runs.stdout) as { runs: { state: string; errorCode: string | null }[] }).runs;
  const open = (lastLine(alerts.stdout) as { alerts: { kind: string }[] }).alerts;
  return { state: run?.state ?? '', code: run?.errorCode ?? null, alerts: open.map(({ kind }) => kind).sort() };
}

async function ofApi(): Promise<Story> {
  const { data } = await api.ask<{
    ingestionRuns: { nodes: { state: string; errorCode: string | null }[] };
    alerts: { nodes: { kind: string }[] };
  }>(
    'operator',
    '{ ingestionRuns(first: 1) { nodes { state errorCode } } alerts(where: {open: true}) { nodes { kind } } }',
  );
  const [run] = data?.ingestionRuns.nodes ?? [];
  const alerts = data?.alerts.nodes.map(({ kind }) => kind.toLowerCase()).sort() ?? [];
  return { state: run?.state.toLowerCase() ?? '', code: run?.errorCode ?? null, alerts };
}

async function asked(): Promise<Story[]> {
  return [await ofLedger(), await ofApi()];
}

/** The commands take seconds to start: they are asked where the story is not told alike by all means. */
async function askedEverywhere(): Promise<Story[]> {
  return [...(await asked()), await ofCommands()];
}

const told = (story: Story, by: number): Story[] => Array.from({ length: by }, () => story);

it('a load that went through: exit code 0, nothing to tell', async () => {
  expect(await loadOf(shop.deliver())).toBe(0);
  expect(await asked()).toEqual(told({ state: 'committed', code: null, alerts: [] }, 2));
});

it('a delivery that a guard stops: exit code 1', async () => {
  expect(await loadOf(shop.deliver({ price: (order) => usualPrice(order) * 100 }))).toBe(1);
  expect(await askedEverywhere()).toEqual(told({ state: 'failed', code: 'guard_tripped', alerts: ['guard'] }, 3));
});

it('a header with another name: exit code 1', async () => {
  expect(await loadOf(shop.deliver({ header: 'id,status,at,method,total,paid' }))).toBe(1);
  expect(await asked()).toEqual(told({ state: 'failed', code: 'header_missing_column', alerts: ['drift'] }, 2));
});

it('no delivery in the folder: exit code 2', async () => {
  const folder = join(shop.deliveries, 'nothing');
  mkdirSync(folder);
  expect(await loadOf(folder)).toBe(2);
  expect(await asked()).toEqual(told({ state: 'failed', code: 'no_files', alerts: ['run_failed'] }, 2));
});

it('many refused records: exit code 0, and somebody is told', async () => {
  expect(await loadOf(shop.deliver({ price: (order) => (order % 2 ? usualPrice(order) : 'free') }))).toBe(0);
  expect(await askedEverywhere()).toEqual(told({ state: 'committed', code: null, alerts: ['quarantine_growth'] }, 3));
});

it('a load that is killed: no exit code, a dead run', async () => {
  const child = await loadUntil('stage', shop.house.url, shop.deliver(), 'paying');
  await kill(child);
  await shop.rows(`update ops.runs set heartbeat_at = now() - interval '1 minute' where state = 'running'`);
  await tellAlerts(shop.house.pool, readAlertConfig(shop.home));
  expect(await askedEverywhere()).toEqual(told({ state: 'running', code: null, alerts: ['run_failed'] }, 3));
});

it('a window that fails: the worker’s exit code 1, told as the window’s', async () => {
  shop.declare('', `schedule: { cron: '0 3 * * *', from: due }`);
  const folder = shop.deliver();
  const due = join(shop.deliveries, 'due');
  renameSync(folder, due);
  const ahead = Date.now() / 1000 + 3 * 86_400;
  for (const file of readdirSync(due)) utimesSync(join(due, file), ahead, ahead);
  await shop.rows(
    `insert into ops.schedules (source, planned_until) values ('paying', date_trunc('day', now()) - interval '1 day')`,
  );
  const worked = await command('worker', '--once');
  expect([worked.code, worked.stderr]).toEqual([1, expect.stringContaining('"code":"file_time_future"')]);
  expect(await askedEverywhere()).toEqual(
    told({ state: 'failed', code: 'file_time_future', alerts: ['window_failed'] }, 3),
  );
  await shop.rows(`delete from ops.schedule_windows`);
});
