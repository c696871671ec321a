import { mkdir, statfs } from 'node:fs/promises';
import { freemem } from 'node:os';
import { explainFailure } from '../cli/failures.ts';
import { openDatabase } from '../cli/database.ts';
import { readServing } from '../cli/serving.ts';
import type { Config } from '../config.ts';
import { readServerFacts } from '../readers/server.reader.ts';
import { isBuilt } from '../serving/dashboard.ts';
import { requireFreePort } from '../serving/port.ts';

export interface Finding {
  subject: string;
  state: 'ok' | 'note' | 'problem';
  text: string;
}

const GB = 1024 ** 3;
const gigabytes = (bytes: number): string => `${(bytes / GB).toFixed(1)} GB`;

const problem = (subject: string, error: unknown): Finding => ({
  subject,
  state: 'problem',
  text: explainFailure(error).message,
});

async function disk(config: Config): Promise<Finding> {
  try {
    await mkdir(config.home, { recursive: true });
    const { bavail, bsize } = await statfs(config.home);
    const free = bavail * bsize;
    return {
      subject: 'disk',
      state: free < 2 * GB ? 'problem' : 'ok',
      text: `${gigabytes(free)} free at ${config.home}`,
    };
  } catch (error) {
    return problem('disk', error);
  }
}

function memory(): Finding {
  const free = process.availableMemory?.() ?? freemem();
  return { subject: 'memory', state: free < 0.7 * GB ? 'note' : 'ok', text: `${gigabytes(free)} available` };
}

async function database(config: Config): Promise<Finding[]> {
  try {
    const open = await openDatabase(config, () => undefined);
    try {
      const facts = await readServerFacts(open.pool);
      const kind = open.embedded ? 'embedded' : 'DATABASE_URL';
      return [
        {
          subject: 'database',
          state: facts.version < 18 ? 'problem' : 'ok',
          text: `PostgreSQL ${facts.version} (${kind})${facts.version < 18 ? ': 18 is the minimum' : ''}`,
        },
        {
          subject: 'schema',
          state: facts.migrated ? 'ok' : 'problem',
          text: facts.migrated
            ? `data version ${facts.dataVersion}, ${facts.waiting} records in quarantine`
            : 'missing; run "npm run rapport -- migrate"',
        },
      ];
    } finally {
      await open.close();
    }
  } catch (error) {
    return [problem('database', error)];
  }
}

async function dashboard(config: Config): Promise<Finding> {
  const current = await isBuilt(config.root);
  return {
    subject: 'dashboard',
    state: current ? 'ok' : 'note',
    text: current ? 'built' : 'not built from these sources yet; serve and demo do it',
  };
}

async function port(config: Config): Promise<Finding> {
  try {
    await requireFreePort(config.host, config.port);
    return { subject: 'port', state: 'ok', text: `${config.port} is free` };
  } catch (error) {
    const serving = await readServing(config.home);
    if (serving?.url.endsWith(`:${config.port}`))
      return { subject: 'port', state: 'note', text: `${config.port}: this home is served there` };
    return problem('port', error);
  }
}

/** Everything a start depends on, each as one finding; nothing is changed. */
export async function diagnose(config: Config): Promise<Finding[]> {
  const node: Finding = { subject: 'node', state: 'ok', text: process.versions.node };
  const checked = await Promise.all([disk(config), database(config), dashboard(config), port(config)]);
  return [node, memory(), ...checked.flat()];
}
