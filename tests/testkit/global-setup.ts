import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openEmbedded, throwawaySettings } from '@rapport/bin/postgres';
import { ensureRollups } from '@rapport/model/metrics';
import { migrate, openPool } from '@rapport/model/schema';
import { testServerUrl } from './config.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: { adminUrl: string; template: string };
  }
}

interface TestServer {
  adminUrl: string;
  close(): Promise<void>;
}

async function ownServer(): Promise<TestServer> {
  const home = await mkdtemp(join(tmpdir(), 'rapport-test-'));
  await chmod(home, 0o711); // the server runs as nobody when the tests run as root
  const server = await openEmbedded({ home, settings: throwawaySettings });
  return {
    adminUrl: server.urlOf('postgres'),
    close: async () => {
      await server.leave();
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function asAdmin(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** One server a run and one migrated template on it; every test file clones the template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server: TestServer = testServerUrl ? { adminUrl: testServerUrl, close: async () => {} } : await ownServer();
  const template = `rapport_template_${randomBytes(4).toString('hex')}`;
  await asAdmin(server.adminUrl, `create database ${template}`);
  const url = new URL(server.adminUrl);
  url.pathname = `/${template}`;
  await migrate(url.href);
  const pool = openPool(url.href, { application: 'rapport template', max: 1 });
  await ensureRollups(pool).finally(() => pool.end()); // a template with a session on it cannot be cloned
  project.provide('postgres', { adminUrl: server.adminUrl, template });
  return async () => {
    await asAdmin(server.adminUrl, `drop database if exists ${template} with (force)`);
    await server.close();
  };
}
