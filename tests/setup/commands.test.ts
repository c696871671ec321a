import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbedded, throwawaySettings, type EmbeddedServer } from '@rapport/bin/postgres';
import { lastLine, rapport } from './run-rapport.ts';
import { temporaryHome } from './temporary-home.ts';

let home: string;
let server: EmbeddedServer;
const env = (): Record<string, string> => ({ RAPPORT_HOME: home });

// Commands join this server: what is tried here is what they say, not how long a start takes.
beforeAll(async () => {
  home = await temporaryHome();
  server = await openEmbedded({ home, settings: throwawaySettings });
});
afterAll(async () => {
  await server.leave();
  await rm(dirname(home), { recursive: true, force: true });
});

/** A failed run is kept and shown; what must not be there is anything it published. */
async function countPublished(): Promise<number> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from ops.files');
  await client.end();
  return rows[0]?.n ?? -1;
}

it('a first command migrates a new home; the key it makes is the last line, and only a hash of it is kept', async () => {
  const made = await rapport(['key', 'create', '--role', 'analyst', '--json'], env());
  expect(made.code, made.stderr).toBe(0);
  const { key } = lastLine(made.stdout) as { key: string };
  expect(key).toMatch(/^rpt_\S{40,}$/);
  const listed = await rapport(['key', 'list', '--json'], env());
  expect(listed.stdout).not.toContain(key);
  expect((lastLine(listed.stdout) as { keys: unknown[] }).keys).toHaveLength(1);
});

it('help names every command, and every command has help with what it needs', async () => {
  const { code, stdout } = await rapport(['--help'], env());
  expect(code).toBe(0);
  const names = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name ?? '');
  expect(names).toEqual(expect.arrayContaining(['serve', 'ingest', 'verify', 'key', 'doctor', 'demo', 'quarantine']));
  const helps = await Promise.all(names.map((name) => rapport([name, '--help'], env())));
  expect(helps.map((help) => help.code)).toEqual(names.map(() => 0));
});

interface Mistake {
  what: string;
  args: string[];
  env?: Record<string, string>;
  code: number;
  says: RegExp[];
}

const mistakes: Mistake[] = [
  { what: 'an unknown command', args: ['frobnicate'], code: 2, says: [/unknown command 'frobnicate'/] },
  { what: 'a missing option', args: ['ingest', 'olist'], code: 2, says: [/--from DIR/] },
  {
    what: 'an unknown role',
    args: ['key', 'create', '--role', 'boss'],
    code: 2,
    says: [/executive, analyst.*operator/],
  },
  {
    what: 'an unknown source',
    args: ['ingest', 'nosuch', '--from', '/tmp'],
    code: 2,
    says: [/nosuch/, /"olist"/, /"demo"/],
  },
  {
    what: 'a directory that is not there',
    args: ['ingest', 'olist', '--from', '/no/such/place'],
    code: 2,
    says: [/\/no\/such\/place/],
  },
  {
    what: 'a directory without its files',
    args: ['ingest', 'olist', '--from', '/'],
    code: 2,
    says: [/olist_orders_dataset\.csv|None of the files/],
  },
  {
    what: 'a source of its own without files',
    args: ['demo', '--source', 'olist', '--no-open', '--port', '0'],
    code: 2,
    says: [/--from/],
  },
  {
    what: 'a file to write below a file',
    args: ['generate', '--orders', '10', '--out', '/etc/hostname/shop'],
    code: 2,
    says: [/\/etc\/hostname\/shop.*no folder/],
  },
  {
    what: 'a correction that is not there',
    args: ['quarantine', 'fix', '1', '--raw-file', '/no/such/record'],
    code: 2,
    says: [/\/no\/such\/record: it is not there/],
  },
  { what: 'a state that is none', args: ['quarantine', 'list', '--state', 'lost'], code: 2, says: [/superseded/] },
  { what: 'a reason that is none', args: ['replay', '--reason', 'bad'], code: 2, says: [/invalid_date/] },
  { what: 'batches in no state', args: ['push', 'list', '--state', 'lost'], code: 2, says: [/published/] },
  {
    what: 'a folder of sources that is not there',
    args: ['ingest', 'mine', '--from', '/'],
    env: { RAPPORT_SOURCES: '/no/such/sources' },
    code: 2,
    says: [/"mine"/, /RAPPORT_SOURCES names is not there/],
  },
  {
    what: 'a program as a sample',
    args: ['source', 'new', 'machine', '--from', process.execPath],
    env: { RAPPORT_SOURCES: '/no/such/sources' },
    code: 1,
    says: [/it is no text/],
  },
  { what: 'a number that is none', args: ['runs', '--last', 'many'], code: 2, says: [/whole number/] },
  { what: 'a run that is not there', args: ['runs', '999'], code: 2, says: [/no run 999/] },
  {
    what: 'a refused record that is not there',
    args: ['quarantine', 'show', '999'],
    code: 2,
    says: [/no quarantined record 999/],
  },
  { what: 'a key that is not there', args: ['key', 'revoke', 'rpt_nothing'], code: 2, says: [/rpt_nothing/] },
  { what: 'a user who is not there', args: ['link', 'Nobody At All'], code: 2, says: [/Nobody At All/] },
  { what: 'a port that is none', args: ['serve', '--port', '99999'], code: 2, says: [/0 to 65535/] },
  {
    what: 'a database that does not answer',
    args: ['runs'],
    env: { DATABASE_URL: 'postgres://u:hidden-word@127.0.0.1:1/x' },
    code: 3,
    says: [/does not answer/, /DATABASE_URL/],
  },
  {
    what: 'an environment with two mistakes names both, and no value',
    args: ['runs'],
    env: { PORT: 'hidden-word', DATABASE_URL: 'mysql://hidden-word' },
    code: 2,
    says: [/PORT: /, /DATABASE_URL: /],
  },
];

it.each(mistakes)('$what is refused with its reason and exit code $code', async ({ args, env: more, code, says }) => {
  const ended = await rapport(args, { ...env(), ...more });
  const text = ended.stdout + ended.stderr;
  expect(ended.code, text).toBe(code);
  for (const pattern of says) expect(text).toMatch(pattern);
  expect(text).not.toMatch(/hidden-word|^\s+at .*\.ts:/m);
  expect(await countPublished()).toBe(0);
});

it('with --json a failure is the last line too', async () => {
  const ended = await rapport(['ingest', 'nosuch', '--from', '/', '--json'], env());
  expect(ended.code).toBe(2);
  expect(lastLine(ended.stdout)).toMatchObject({ exitCode: 2, error: expect.stringContaining('nosuch') as string });
});

it('a taken port is refused before anything is started', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as { port: number };
  const ended = await rapport(['serve', '--port', String(port)], env());
  other.close();
  expect([ended.code, ended.stderr]).toEqual([4, expect.stringContaining(`Port ${port}`)]);
});

it('exported quarantine never overwrites a file', async () => {
  const path = join(home, 'taken.csv');
  await mkdir(home, { recursive: true });
  await writeFile(path, 'mine');
  const ended = await rapport(['quarantine', 'export', '--out', path], env());
  expect([ended.code, ended.stderr]).toEqual([2, expect.stringContaining('exists already')]);
});
