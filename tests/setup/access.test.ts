import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareEnvironment } from '../testkit/config.ts';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';
import { lastLine, rapport, root, type Ended } from './run-rapport.ts';
import { temporaryHome } from './temporary-home.ts';

let database: TestDatabase;
let env: Record<string, string>;
beforeAll(async () => {
  database = await testDatabase();
  env = { DATABASE_URL: database.url, RAPPORT_HOME: await temporaryHome() };
});
afterAll(() => database.drop());

async function done(...args: string[]): Promise<Record<string, unknown>> {
  const ended = await rapport([...args, '--json'], env);
  expect(ended.code, ended.stderr).toBe(0);
  return lastLine(ended.stdout) as Record<string, unknown>;
}

/** A program fed by standard input, to its end. */
function fed(input: string, ...args: string[]): Promise<Ended> {
  return new Promise((ended) => {
    const child = spawn(process.execPath, ['--import', './bin/register.mjs', ...args], {
      cwd: root,
      env: { ...bareEnvironment(), ...env },
    });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (part: Buffer) => (said.stdout += part.toString()));
    child.stderr.on('data', (part: Buffer) => (said.stderr += part.toString()));
    child.once('close', (code) => ended({ code, ...said }));
    child.stdin.end(input);
  });
}

interface Tried {
  code: number;
  said: string;
}

/** Many commands in one process. */
async function each(commands: readonly string[][]): Promise<Tried[]> {
  const lines = commands.map((args) => JSON.stringify(args)).join('\n');
  const { stdout, stderr } = await fed(`${lines}\n`, 'tests/setup/commands-process.ts');
  expect(stderr).toBe('');
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Tried);
}

const results = (tried: readonly Tried[]): Record<string, unknown>[] =>
  tried.map(({ code, said }) => {
    expect(code, said).toBe(0);
    return lastLine(said) as Record<string, unknown>;
  });

it('a user is made, changed, given a password and a link, kept out and let in again', async () => {
  const [made, lead, , ceo] = results(
    await each(
      [
        ['user', 'create', 'Li Na', '--role', 'analyst'],
        ['user', 'change', 'Li Na', '--role', 'lead', '--scope', 'carrier=sf,yto'],
        ['user', 'list'],
        ['link', 'Chen Jie', '--role', 'executive'],
      ].map((args) => [...args, '--json']),
    ),
  );
  expect(made).toMatchObject({ name: 'Li Na', role: 'analyst' });
  expect(lead).toMatchObject({ role: 'lead', scope: { dimension: 'CARRIER', values: ['sf', 'yto'] } });
  expect(ceo).toMatchObject({ user: 'Chen Jie', role: 'executive' });
  expect((await fed('seven lamps on a wet pier\n', 'bin/rapport.ts', 'user', 'password', 'Li Na')).code).toBe(0);
  const [listed, removed, link, , refused, enabled] = await each(
    [
      ['user', 'list'],
      ['user', 'password', 'Li Na', '--remove'],
      ['link', 'Li Na', '--minutes', '5'],
      ['user', 'disable', 'Li Na'],
      ['link', 'Li Na'],
      ['user', 'enable', 'Li Na'],
    ].map((args) => [...args, '--json']),
  );
  const told = ({ said }: Tried): unknown => lastLine(said);
  expect(told(listed!)).toMatchObject({ users: [{ name: 'Chen Jie' }, { name: 'Li Na', hasPassword: true }] });
  expect(told(removed!)).toEqual({ name: 'Li Na', password: false });
  expect(told(link!)).toMatchObject({
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/sign-in\?token=[\w-]{43}$/),
  });
  expect(refused!.said).toContain('is disabled');
  expect(told(enabled!)).toMatchObject({ role: 'lead' });
});

it('a key is made with its limits, listed without itself, and revoked', async () => {
  const [made, lead] = results(
    await each([
      ['key', 'create', '--role', 'analyst', '--only', 'figures', '--days', '90', '--label', 'pack', '--json'],
      ['key', 'create', '--role', 'lead', '--scope', 'team=night', '--json'],
    ]),
  );
  expect(made).toMatchObject({ role: 'analyst', scopes: ['figures'], label: 'pack' });
  const [listed, revoked] = await each([
    ['key', 'list', '--json'],
    ['key', 'revoke', String(lead!['prefix']), '--json'],
  ]);
  expect(listed!.said).toContain(String(made!['prefix']));
  expect(listed!.said).not.toContain(String(made!['key']));
  expect(lastLine(revoked!.said)).toMatchObject({ prefix: lead!['prefix'] });
});

it('the audit holds, also against a head kept earlier; a changed entry is named, and the end is 1', async () => {
  const { head, entries } = (await done('audit', 'verify')) as { head: string; entries: number };
  expect(entries).toBeGreaterThan(8);
  await done('user', 'create', 'Later', '--role', 'analyst');
  expect(await done('audit', 'verify', '--head', head)).toMatchObject({ holds: true, headFound: true });
  const foreign = await rapport(['audit', 'verify', '--head', 'ab'.repeat(32)], env);
  expect([foreign.code, foreign.stderr + foreign.stdout]).toEqual([1, expect.stringContaining('cut off')]);
  await database.pool.query(
    `set session_replication_role = replica; update ops.audit set actor = 'nobody' where id = 3; set session_replication_role = default`,
  );
  const broken = await rapport(['audit', 'verify'], env);
  expect([broken.code, broken.stdout + broken.stderr]).toEqual([1, expect.stringMatching(/entry 3 .*changed/)]);
});

const wrong: [args: string[], says: RegExp][] = [
  [['user'], /create|Usage/],
  [['user', 'create', '--role', 'analyst'], /missing required argument 'name'/],
  [['user', 'create', 'Mei'], /--role/],
  [['user', 'create', 'Mei', '--role', 'boss'], /executive, analyst, lead, steward, operator/],
  [['user', 'create', 'Li Na', '--role', 'analyst'], /There is a user “Li Na” already/],
  [['user', 'create', '  ', '--role', 'analyst'], /A name has 1 to 100 characters/],
  [['user', 'create', 'x'.repeat(200), '--role', 'analyst'], /A name has 1 to 100 characters/],
  [['user', 'create', 'Mei\nLi', '--role', 'analyst'], /on one line/],
  [['user', 'create', 'Mei', '--role', 'lead'], /A lead needs a scope/],
  [['user', 'create', 'Mei', '--role', 'lead', '--scope', 'carrier='], /A lead needs a scope/],
  [['user', 'create', 'Mei', '--role', 'lead', '--scope', 'planet=mars'], /no scope “planet”/],
  [['user', 'create', 'Mei', '--role', 'analyst', '--scope', 'carrier=sf'], /A scope goes with the role lead/],
  [['user', 'create', 'Mei', 'Li', '--role', 'analyst'], /too many arguments/],
  [['user', 'change', 'Nobody', '--role', 'analyst'], /There is no user “Nobody”/],
  [['user', 'change', 'Chen Jie', '--role', 'lead'], /A lead needs a scope/],
  [['user', 'change', 'Chen Jie', '--admin'], /unknown option '--admin'/],
  [['user', 'disable', 'Nobody'], /There is no user “Nobody”/],
  [['user', 'enable'], /missing required argument/],
  [['user', 'delete', 'Chen Jie'], /unknown command 'delete'/],
  [['key', 'create'], /Give --role/],
  [['key', 'create', '--role', 'boss'], /executive, analyst/],
  [['key', 'create', '--role', 'analyst', '--only', 'everything'], /not to “everything”/],
  [['key', 'create', '--role', 'analyst', '--days', 'soon'], /--days/],
  [['key', 'create', '--role', 'analyst', '--days', '-1'], /--days/],
  [['key', 'create', '--role', 'analyst', '--days', '99999'], /1 to 3650 days/],
  [['key', 'create', '--role', 'analyst', '--label', ''], /A name has 1 to 100/],
  [['key', 'create', '--role', 'analyst', '--for-source', 'till'], /cannot be used with/],
  [['key', 'create', '--for-source', 'nosuch'], /nosuch/],
  [['key', 'revoke', 'rpt_nosuch'], /No key begins with “rpt_nosuch/],
  [['key', 'revoke'], /missing required argument 'prefix'/],
  [['link', 'Nobody Else'], /There is no user “Nobody Else”/],
  [['link', 'Chen Jie', '--role', 'operator'], /is executive, not operator/],
  [['link', 'Chen Jie', '--minutes', '0'], /--minutes/],
  [['audit'], /verify|Usage/],
  [['audit', 'erase'], /unknown command 'erase'/],
];

describe('used wrongly', () => {
  it(`${wrong.length} ways: each says what is wrong and what to do, ends with 2 or 1, and changes nothing`, async () => {
    const { rows: before } = await database.pool.query('select count(*)::int as n from ops.audit');
    const tried = await each(wrong.map(([args]) => args));
    expect(tried.length).toBe(wrong.length);
    const strange = tried.flatMap(({ code, said }, nth) => {
      const [args, says] = wrong[nth]!;
      const isTold = says.test(said) && (code === 2 || code === 1) && !/\bat .*\.ts:\d|node:internal/.test(said);
      return isTold ? [] : [`${args.join(' ').slice(0, 80)} → ${code}: ${said.slice(0, 300)}`];
    });
    expect(strange).toEqual([]);
    const { rows: after } = await database.pool.query('select count(*)::int as n from ops.audit');
    expect(after).toEqual(before);
  });

  it.each([
    ['nothing', '', /Nothing came in on standard input/],
    ['a short one', 'short\n', /12/],
  ])('a password of %s is refused', async (_, input, says) => {
    const { code, stdout, stderr } = await fed(input, 'bin/rapport.ts', 'user', 'password', 'Chen Jie');
    expect([code, stdout + stderr]).toEqual([2, expect.stringMatching(says)]);
  });
});
