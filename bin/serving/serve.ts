import type { RunningApi } from '@rapport/api';
import type { Run } from '../cli/action.ts';
import { bringUpToDate, openDatabase, type Database } from '../cli/database.ts';
import { forgetServing, writeServing } from '../cli/serving.ts';
import { Printer } from '../printing/printer.ts';
import { watchAlerts } from './alerts.ts';
import { warningOfPort } from './blocked-ports.ts';
import { claimServing } from './claim.ts';
import { buildDashboard, dashboardDirectory } from './dashboard.ts';
import { knownDocuments } from './documents.ts';
import { printLogLine } from './log.ts';
import { knownRuleSets } from './rules.ts';
import { requireFreePort } from './port.ts';
import { startPushing } from './push.ts';
import { watchReports } from './reports.ts';
import { watchRollupUse } from './rollup-use.ts';
import { standIn } from './stand-in.ts';
import { tracingOf } from '../telemetry/of-config.ts';

export interface Address {
  port?: number | undefined;
  host?: string | undefined;
}

/** Opens the database for serving: refused while another process serves this home; migrated before anything is read. */
export async function openForServing(run: Run, address: Address): Promise<Database> {
  const { config, output } = run;
  const port = address.port ?? config.port;
  await requireFreePort(address.host ?? config.host, port, config.home);
  const warning = warningOfPort(port);
  if (warning) output.say(warning);
  const database = await openDatabase(config, output.say);
  try {
    if (database.embedded) await claimServing(database, config.home);
    await bringUpToDate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

export async function startServing(run: Run, database: Database, address: Address): Promise<RunningApi> {
  const { config } = run;
  const [{ startApi }, { operationsOf }] = await Promise.all([import('@rapport/api'), import('./operations/index.ts')]);
  const documents = await knownDocuments(config);
  const ruleSets = knownRuleSets(config);
  const pushing = await startPushing(run, database);
  const tracing = await tracingOf(config, 'rapport api');
  const hands = await standIn(config, database, tracing);
  let url = '';
  const printer = new Printer({ base: () => url, chromium: config.chromium });
  const api = await startApi({
    databaseUrl: database.url,
    host: address.host ?? config.host,
    port: address.port ?? config.port,
    dashboardDir: dashboardDirectory(config.root),
    trustProxy: config.trustProxy,
    ...(config.publicUrl === null ? {} : { publicUrl: config.publicUrl }),
    sessionHours: config.sessionHours,
    sessionIdleMinutes: config.sessionIdleHours * 60,
    passwords: config.passwords,
    ...(config.provider === null ? {} : { provider: config.provider }),
    answerCacheMb: config.answerCacheMb,
    mostFactRows: config.mostFactRows,
    documents,
    ruleSets,
    documentsOnlyFor: [...config.documents.onlyFor],
    costPerMinute: config.costPerMinute,
    queueSize: config.queueSize,
    exports: config.exports,
    leaveMs: config.leaveSeconds * 1000,
    ...(config.metricsPort === null ? {} : { metricsPort: config.metricsPort }),
    printing: printer,
    operations: operationsOf(config, database, hands),
    intake: pushing.intake,
    ...(tracing ? { tracing } : {}),
    log: printLogLine,
  }).catch(async (error: unknown) => {
    await Promise.all([pushing.close(), hands.close(), tracing?.close()]);
    throw error;
  });
  url = onThisMachine(api.url);
  if (database.embedded) await writeServing(config.home, { url: api.url, pid: process.pid });
  const alerts = await watchAlerts(config, database);
  const use = watchRollupUse(database);
  const reports = await watchReports(config, database);
  const close = async (): Promise<void> => {
    await api.close();
    await Promise.all([pushing.close(), hands.close(), alerts.close(), use.close(), reports.close(), printer.close()]);
    await tracing?.close();
  };
  return { url: api.url, metricsUrl: api.metricsUrl, close };
}

/** A server that listens on every address is reached here by loopback. */
function onThisMachine(url: string): string {
  const address = new URL(url);
  if (['0.0.0.0', '[::]'].includes(address.hostname)) address.hostname = '127.0.0.1';
  return address.origin;
}

/** Everything that was opened, closed in the reverse order; the database server last. */
export async function closeServing(run: Run, database: Database, api: RunningApi | null): Promise<void> {
  await api?.close();
  if (database.embedded && api !== null) await forgetServing(run.config.home);
  await database.close();
}

export async function serve(run: Run, address: Address): Promise<void> {
  const database = await openForServing(run, address);
  let api: RunningApi | null = null;
  try {
    await buildDashboard(run.config.root, run.stop.signal);
    if (run.stop.signal.aborted) return;
    api = await startServing(run, database, address);
    run.output.say(`Rapport serves ${api.url}  (Ctrl-C stops it)`);
    await run.stop.requested;
    run.output.say('Stopping …');
  } finally {
    await closeServing(run, database, api);
  }
}
