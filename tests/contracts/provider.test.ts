import { createUser, startApi, type LogLine, type RunningApi } from '@rapport/api';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { IdentityProvider } from '../testkit/identity-provider.ts';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';
import { post } from './client.ts';

let provider: IdentityProvider;
let database: TestDatabase;
let api: RunningApi;
const log: LogLine[] = [];

beforeAll(async () => {
  provider = await IdentityProvider.open();
  database = await testDatabase();
  api = await startApi({
    databaseUrl: database.url,
    port: 0,
    log: (line) => log.push(line),
    provider: {
      issuer: provider.issuer,
      clientId: provider.client.id,
      clientSecret: provider.client.secret,
      name: 'The House',
      roles: [
        { value: 'ops', role: 'operator' },
        { value: 'sf-desk', role: 'lead', scope: { dimension: 'CARRIER', values: ['sf'] } },
        { value: 'bi', role: 'analyst' },
      ],
    },
  });
});
afterAll(async () => {
  await api.close();
  await database.drop();
  await provider.close();
});
beforeEach(() => {
  provider.fault = {};
  provider.userinfo = {};
  provider.subject = 'subject-1';
  provider.claims = { preferred_username: 'grace', groups: ['bi'] };
});

/** A browser: cookies kept, redirects followed one by one. */
class Browser {
  readonly cookies = new Map<string, string>();

  async get(address: string): Promise<{ location: string; status: number }> {
    const response = await fetch(new URL(address, api.url), {
      redirect: 'manual',
      headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { location: response.headers.get('location') ?? '', status: response.status };
  }

  /** To the provider and back; where it ended. */
  async signIn(): Promise<string> {
    const there = await this.get('/sign-in/provider');
    const back = await this.get(there.location);
    return (await this.get(back.location)).location;
  }

  async viewer(): Promise<unknown> {
    const cookie = `rapport_session=${this.cookies.get('rapport_session')}`;
    const query = '{ viewer { name role scope { dimension values } } }';
    const reply = await post<{ viewer: unknown }>(api.url, JSON.stringify({ query }), {
      cookie,
      'x-rapport-client': 'test',
    });
    return reply.data?.viewer ?? reply.status;
  }
}

const lastRefusal = (): unknown => log.findLast(({ event }) => event === 'provider_answer_refused')?.['reason'];

test('the page learns which ways in there are', async () => {
  const response = await fetch(new URL('/sign-in/ways', api.url));
  expect(await response.json()).toEqual({ password: false, provider: 'The House' });
});

test('a person signs in, with the role the claims give, and is the same one the next time', async () => {
  const browser = new Browser();
  expect(await browser.signIn()).toBe('/');
  expect(await browser.viewer()).toEqual({ name: 'grace', role: 'ANALYST', scope: null });
  provider.claims = { preferred_username: 'grace', groups: ['sf-desk', 'bi'] };
  const again = new Browser();
  expect(await again.signIn()).toBe('/');
  expect(await again.viewer()).toEqual({
    name: 'grace',
    role: 'LEAD',
    scope: { dimension: 'CARRIER', values: ['sf'] },
  });
  const { rows } = await database.pool.query('select name, role from auth.users');
  expect(rows).toEqual([{ name: 'grace', role: 'lead' }]);
});

test('signing in again ends the session the browser had', async () => {
  const browser = new Browser();
  await browser.signIn();
  const first = browser.cookies.get('rapport_session')!;
  await browser.signIn();
  expect(browser.cookies.get('rapport_session')).not.toBe(first);
  const old = new Browser();
  old.cookies.set('rapport_session', first);
  expect(await old.viewer()).toBe(401);
});

test('the role may stand at the userinfo endpoint alone', async () => {
  provider.subject = 'subject-2';
  provider.claims = { preferred_username: 'hopper' };
  provider.userinfo = { groups: 'ops' };
  const browser = new Browser();
  expect(await browser.signIn()).toBe('/');
  expect(await browser.viewer()).toMatchObject({ name: 'hopper', role: 'OPERATOR' });
});

test('who has no role here is not let in, nor who was disabled', async () => {
  provider.subject = 'subject-3';
  provider.claims = { preferred_username: 'stranger', groups: ['canteen'] };
  expect(await new Browser().signIn()).toBe('/sign-in?provider=no_role');
  provider.claims = { preferred_username: 'leaver', groups: ['bi'] };
  expect(await new Browser().signIn()).toBe('/');
  await database.pool.query(`update auth.users set disabled_at = now() where name = 'leaver'`);
  expect(await new Browser().signIn()).toBe('/sign-in?provider=no_role');
});

test('somebody who calls themselves like a local account does not become it', async () => {
  await createUser(database.pool, { name: 'admin', role: 'operator' });
  provider.subject = 'subject-4';
  provider.claims = { preferred_username: 'admin', groups: ['bi'] };
  const browser = new Browser();
  expect(await browser.signIn()).toBe('/');
  expect(await browser.viewer()).toMatchObject({
    name: expect.stringMatching(/^admin \([0-9a-f]{8}\)$/),
    role: 'ANALYST',
  });
});

test('a rotated key is known at once', async () => {
  expect(await new Browser().signIn()).toBe('/');
  await provider.rotateKeys();
  expect(await new Browser().signIn()).toBe('/');
});

test('clocks may differ by less than a minute', async () => {
  provider.fault = { clock: -50 };
  expect(await new Browser().signIn()).toBe('/');
  provider.fault = { clock: 50 };
  expect(await new Browser().signIn()).toBe('/');
  provider.fault = { clock: -120 };
  expect(await new Browser().signIn()).toBe('/sign-in?provider=failed');
});

test.each([
  ['another nonce', { nonce: 'other' }, /nonce/i],
  ['another audience', { audience: 'somebody else' }, /aud/i],
  ['another issuer', { issuer: 'https://elsewhere.example' }, /iss/i],
  ['a key the provider does not publish', { foreignKey: true }, /key|JWK|signature/i],
])('a token with %s signs nobody in', async (_, fault, said) => {
  provider.fault = fault;
  const browser = new Browser();
  expect(await browser.signIn()).toBe('/sign-in?provider=failed');
  expect(browser.cookies.has('rapport_session')).toBe(false);
  expect(lastRefusal()).toMatch(said);
});

test('an answer counts once, and only in the browser that asked', async () => {
  const asking = new Browser();
  const there = await asking.get('/sign-in/provider');
  const back = await asking.get(there.location);
  expect((await new Browser().get(back.location)).location).toBe('/sign-in?provider=expired');
  const other = new Browser();
  await other.get('/sign-in/provider');
  expect((await other.get(back.location)).location).toBe('/sign-in?provider=expired');
  const cookies = new Map(asking.cookies);
  expect((await asking.get(back.location)).location).toBe('/');
  for (const [name, value] of cookies) asking.cookies.set(name, value);
  expect((await asking.get(back.location)).location).toBe('/sign-in?provider=expired');
});

test('a state that was changed on the way is none of ours', async () => {
  const browser = new Browser();
  const there = await browser.get('/sign-in/provider');
  const back = new URL((await browser.get(there.location)).location);
  back.searchParams.set('state', 'made-up');
  expect((await browser.get(back.href)).location).toBe('/sign-in?provider=expired');
});

test('a person who says no at the provider is told so', async () => {
  const browser = new Browser();
  const there = new URL((await browser.get('/sign-in/provider')).location);
  const denied = `/sign-in/provider/answer?error=access_denied&state=${there.searchParams.get('state')}`;
  expect((await browser.get(denied)).location).toBe('/sign-in?provider=failed');
});

test('what is asked of the provider carries PKCE, state and nonce, and no secret', async () => {
  const { searchParams } = new URL((await new Browser().get('/sign-in/provider')).location);
  expect(searchParams.get('code_challenge_method')).toBe('S256');
  for (const name of ['code_challenge', 'state', 'nonce']) expect(searchParams.get(name)).toMatch(/^[\w-]{43}$/);
  expect([...searchParams.keys()]).not.toContain('client_secret');
  const { rows } = await database.pool.query<{ text: string }>('select p::text as text from auth.provider_sign_ins p');
  expect(rows.some(({ text }) => text.includes(searchParams.get('state')!))).toBe(false);
});

test('a provider that cannot be reached is said so, and the server lives on', async () => {
  const alone = await startApi({
    databaseUrl: database.url,
    port: 0,
    log: () => {},
    provider: { issuer: 'http://127.0.0.1:9', clientId: 'x', roles: [{ value: 'x', role: 'analyst' }] },
  });
  const response = await fetch(new URL('/sign-in/provider', alone.url), { redirect: 'manual' });
  expect(response.headers.get('location')).toBe('/sign-in?provider=unreachable');
  expect((await fetch(new URL('/livez', alone.url))).status).toBe(200);
  await alone.close();
});
