import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Queryable } from '@rapport/model/schema';
import type { Run } from '../cli/action.ts';
import type { Database } from '../cli/database.ts';
import type { IngestReport } from '@rapport/etl';
import type { DemoSource } from '@rapport/etl/demo';
import { printLoad, printLoadInBrief } from '../cli/load-report.ts';
import { Progress } from '../cli/progress.ts';
import { UsageError } from '../config.ts';
import { hasFiles } from '../readers/files.reader.ts';
import { openBrowser } from './browser.ts';
import { buildDashboard } from './dashboard.ts';
import { closeServing, openForServing, startServing, type Address } from './serve.ts';

export interface DemoOptions extends Address {
  source?: string;
  from?: string;
  orders: number;
  open: boolean;
}

const MONTHS = 24;
const DEMO_SOURCE = 'demo';

interface Delivery {
  source: string;
  from: string;
}

const inventedShop = (home: string): string => join(home, 'demo-shop');

/** What to load: the files that were named (again on every start: unchanged files cost seconds), else the invented shop, once. */
async function delivery(run: Run, db: Queryable, options: DemoOptions): Promise<Delivery[]> {
  const { config, output } = run;
  const source = options.source ?? DEMO_SOURCE;
  if (options.from !== undefined) return [{ source, from: config.fromUser(options.from) }];
  const { demoSources, generateShop } = await import('@rapport/etl/demo');
  const missing: DemoSource[] = [];
  for (const system of demoSources) if (!(await hasFiles(db, system))) missing.push(system);
  if (missing.length === 0) return [];
  const out = inventedShop(config.home);
  output.say(`Inventing a shop: ${options.orders.toLocaleString('en-US')} orders over ${MONTHS} months …`);
  const progress = new Progress(process.stderr);
  await generateShop({
    orders: options.orders,
    months: MONTHS,
    out,
    onProgress: (done, of) => progress.show({ stage: 'inventing', done, unit: 'orders', share: done / of }),
  });
  progress.end();
  return missing.map((system) => ({ source: system, from: join(out, system) }));
}

async function loadData(run: Run, database: Database, options: DemoOptions): Promise<void> {
  const wanted = await delivery(run, database.pool, options);
  if (run.stop.signal.aborted) return;
  const { load, loadTogether } = await import('../cli/load.ts');
  const request = { databaseUrl: database.url, trigger: 'demo' } as const;
  const [one] = wanted;
  if (one && wanted.length === 1) printLoad(await load(run.config, { ...one, ...request }), run.output);
  else {
    if (wanted.length > 1) run.output.say(`Loading ${wanted.map(({ source }) => source).join(', ')} …`);
    const onLoaded = (report: IngestReport) => printLoadInBrief(report, run.output);
    await loadTogether(run.config, { ...request, deliveries: wanted, onLoaded });
  }
  if (run.stop.signal.aborted) return;
  // The files hold names and phones in clear, as a shop's would; what was loaded does not. "rapport generate" makes them again.
  await rm(inventedShop(run.config.home), { recursive: true, force: true });
}

async function signInUrl(run: Run, database: Database, base: string): Promise<string> {
  const { createSignInLink } = await import('@rapport/api');
  const link = await createSignInLink(database.pool, { user: 'demo', role: 'operator', minutes: 60 });
  return `${run.config.publicUrl ?? base}${link.path}`;
}

/** From nothing to a readable dashboard: database, data and pages, one port, one sign-in link; until stopped. */
export async function demo(run: Run, options: DemoOptions): Promise<void> {
  const { config, output, stop } = run;
  if (options.from === undefined && (options.source ?? DEMO_SOURCE) !== DEMO_SOURCE) {
    throw new UsageError(
      `The files of "${options.source}" do not come with Rapport.\n  → Name their directory with --from.`,
    );
  }
  const database = await openForServing(run, options);
  let api = null;
  try {
    const build = buildDashboard(config.root, stop.signal).then(
      (done) => done === 'built' && output.say('Dashboard built.'),
      (error: unknown) => (stop.signal.aborted ? null : Promise.reject(error)),
    );
    await Promise.race([Promise.all([build, loadData(run, database, options)]), stop.requested]);
    if (stop.signal.aborted) return;
    api = await startServing(run, database, options);
    const url = await signInUrl(run, database, api.url);
    output.say(
      `\nRapport is ready: ${api.url}\n\n  Sign in (once, within an hour):  ${url}\n\nCtrl-C stops it; the data is kept in ${config.home}.`,
    );
    if (options.open) openBrowser(url);
    await stop.requested;
    output.say('Stopping …');
  } finally {
    await closeServing(run, database, api);
  }
}
