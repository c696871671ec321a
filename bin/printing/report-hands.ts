import { randomBytes } from 'node:crypto';
import type { RunningApi } from '@rapport/api';
import type { PrintedPage, PrintOrder, ReportHands } from '@rapport/etl';
import type { Config } from '../config.ts';
import type { Database } from '../cli/database.ts';
import { readServing } from '../cli/serving.ts';
import { buildDashboard, dashboardDirectory } from '../serving/dashboard.ts';
import { knownDocuments } from '../serving/documents.ts';
import { Printer } from './printer.ts';

/** In no table: aggregates only, small groups hidden, and of notes the shared ones. */
const EVERYBODY = {
  kind: 'key',
  id: '00000000-0000-0000-0000-000000000000',
  name: 'reports',
  role: 'executive',
  scope: null,
  scopes: null,
} as const;

type House = Pick<Config, 'root' | 'home' | 'publicUrl' | 'chromium' | 'mostFactRows' | 'documents'>;

export interface Reports {
  hands(): ReportHands;
  close(): Promise<void>;
}

/**
 * Reports are printed from a server of the process's own, on loopback, that knows one holder: what leaves the house shows what the
 * executive role sees, whoever subscribed, and no secret of theirs is kept for it.
 */
export async function reportsOf(config: House, database: Pick<Database, 'url' | 'pool'>): Promise<Reports> {
  const { readMailServer } = await import('@rapport/etl');
  const key = `rpt_${randomBytes(32).toString('base64url')}`;
  const publicUrl = config.publicUrl ?? (await readServing(config.home))?.url ?? null;
  let serving: Promise<RunningApi> | null = null;
  let url = '';
  const printer = new Printer({ base: () => url, chromium: config.chromium });
  const open = async (): Promise<RunningApi> => {
    await buildDashboard(config.root, undefined);
    const { startApi } = await import('@rapport/api');
    const api = await startApi({
      databaseUrl: database.url,
      host: '127.0.0.1',
      port: 0,
      poolSize: 4,
      answerCacheMb: 0,
      mostFactRows: config.mostFactRows,
      dashboardDir: dashboardDirectory(config.root),
      documents: await knownDocuments(config),
      insider: { key, principal: EVERYBODY },
      log: () => undefined,
    });
    url = api.url;
    return api;
  };
  const print = async ({ page, shop, language, landscape }: PrintOrder): Promise<PrintedPage> => {
    serving ??= open();
    serving.catch(() => (serving = null));
    const api = await serving;
    const address = new URL(page, api.url);
    address.searchParams.set('lang', language);
    if (!address.searchParams.has('shop')) address.searchParams.set('shop', shop);
    return printer.print({ page: address.pathname + address.search, landscape, as: { key } });
  };
  return {
    hands: () => ({ print, publicUrl, mail: readMailServer(config.home) }),
    async close() {
      await printer.close();
      await (await serving?.catch(() => null))?.close();
    },
  };
}
