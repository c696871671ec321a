import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createUser, setPassword } from '@rapport/api';
import { buildDashboard, dashboardDirectory } from '@rapport/bin/dashboard';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoHouse, type DemoHouse, type Role } from '../testkit/demo-house.ts';
import { IdentityProvider } from '../testkit/identity-provider.ts';
import { openChromium, type OpenBrowser } from './chromium.ts';
import { painted } from './reader.ts';
import { LOOKS, nameOf, Visit, type Look } from './visit.ts';

const root = join(import.meta.dirname, '../..');
const desk = { lang: 'en', theme: 'light', width: 1440 } as const;
const PASSWORD = 'seven lamps on a wet pier';

let house: DemoHouse;
let chromium: OpenBrowser;
let provider: IdentityProvider;

beforeAll(async () => {
  await buildDashboard(root);
  provider = await IdentityProvider.open();
  const { issuer, client } = provider;
  const roles = [{ value: 'bi', role: 'analyst' as const }];
  [house, chromium] = await Promise.all([
    openDemoHouse({
      orders: 400,
      seed: 'people',
      sources: ['demo', 'demo_helpdesk'],
      operated: true,
      dashboardDir: dashboardDirectory(root),
      provider: { issuer, clientId: client.id, clientSecret: client.secret, name: 'The House', roles },
    }),
    openChromium(),
  ]);
  for (const name of ['Mei', 'Bo']) {
    await createUser(house.database.pool, { name, role: 'analyst' });
    await setPassword(house.database.pool, name, PASSWORD);
  }
});
afterAll(async () => {
  await chromium.close();
  await house.close();
  await provider.close();
});

const visitAs = async (role: Role, look: Look = desk) =>
  Visit.begin(chromium.browser, house.url, await house.signInLink(role), look);

/** A stranger before the sign-in page that stands where they wanted to go. */
async function strangerAt(path: string, { lang, theme, ...look }: Look = desk): Promise<{ visit: Visit; page: Page }> {
  const visit = await Visit.resume(chromium.browser, house.url, undefined, { lang, theme, ...look });
  const address = new URL(path, house.url);
  address.searchParams.set('lang', lang);
  address.searchParams.set('theme', theme);
  await visit.page.goto(address.href);
  await visit.page.waitForSelector('[data-testid="password-form"]');
  return { visit, page: visit.page };
}

async function enter(page: Page, account: string, password: string): Promise<void> {
  await page.fill('input[name="account"]', account);
  await page.fill('input[name="password"]', password);
  await page.click('[data-testid="password-form"] button[type="submit"]');
}
const sideways = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');

describe('signing in', () => {
  it('by password stays where one wanted to go; a wrong one says so and keeps the page', async () => {
    const { visit, page } = await strangerAt('/orders?sort=PAID');
    await enter(page, 'Mei', 'not this one, surely');
    await page.waitForSelector('[role="alert"]:has-text("Account and password do not go together.")');
    await enter(page, 'Mei', PASSWORD);
    await painted(page);
    expect(new URL(page.url()).pathname).toBe('/orders');
    expect(new URL(page.url()).searchParams.get('sort')).toBe('PAID');
    await visit.context.close();
  });

  it('by the identity provider comes back to the page that was left', async () => {
    const { visit, page } = await strangerAt('/cases');
    await page.click('text=Sign in with The House');
    await page.waitForURL((url) => url.pathname === '/cases');
    await painted(page);
    expect(await page.textContent('nav')).toContain('Analyst view');
    await visit.context.close();
  });

  it('by a link works once, and says so the second time in the reader’s language', async () => {
    const link = await house.signInLink('analyst');
    const first = await Visit.begin(chromium.browser, house.url, link, desk);
    await painted(first.page);
    await first.context.close();
    const second = await Visit.resume(chromium.browser, house.url, undefined, { ...desk, lang: 'zh' });
    await second.page.goto(link);
    await second.page.waitForSelector('h1');
    expect(await second.page.textContent('h1')).toContain('这个链接已使用或已过期。');
    await second.context.close();
  });

  it('again after the session ended goes on where one was', async () => {
    const { visit, page } = await strangerAt('/orders');
    await enter(page, 'Mei', PASSWORD);
    await painted(page);
    await page.locator('nav a[href^="/cases"]').first().click();
    await page.waitForURL(/\/cases/);
    await painted(page);
    await house.database.pool.query('update auth.sessions set expires_at = now()');
    await expect
      .poll(async () => {
        await page.reload();
        await page.waitForSelector('[data-testid="password-form"], main[data-ready="true"]');
        return page.locator('[data-testid="password-form"]').count();
      })
      .toBe(1);
    await enter(page, 'Mei', PASSWORD);
    await painted(page);
    expect(new URL(page.url()).pathname).toBe('/cases');
    await visit.context.close();
  });

  it.each([
    ['en', 'Too many failed tries.'],
    ['zh', '失败次数过多。'],
  ] as const)('too often in vain is told, in %s', async (lang, told) => {
    for (let tries = 0; tries < 11; tries += 1)
      await fetch(new URL('/sign-in', house.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-rapport-client': 'test' },
        body: JSON.stringify({ account: 'Bo', password: `wrong ${tries} times` }),
      });
    const { visit, page } = await strangerAt('/', { ...desk, lang });
    await enter(page, 'Bo', PASSWORD);
    await page.waitForSelector('[role="alert"]');
    expect(await page.textContent('[role="alert"]')).toContain(told);
    await visit.context.close();
  });

  it.each(LOOKS.map((look) => ({ ...look, name: nameOf(look) })))('stands in its screen: $name', async (look) => {
    const { visit, page } = await strangerAt('/', look);
    expect(await sideways(page)).toBe(false);
    expect(visit.outside).toEqual([]);
    await visit.context.close();
  });
});

describe('administration', () => {
  let visit: Visit;
  let page: Page;
  beforeAll(async () => {
    visit = await visitAs('operator');
    page = await visit.open('/administration');
  });
  afterAll(() => visit.context.close());
  const rowOf = (text: string) => page.locator('tbody tr', { hasText: text });

  it('makes a user, gives them a scope, a link that works once, and disables them after asking', async () => {
    await page.click('text=New user …');
    await page.fill('dialog input', 'Wang Wei');
    await page.click('dialog button[type="submit"]');
    await rowOf('Wang Wei').getByText('Change …').click();
    await page.selectOption('dialog select >> nth=0', 'LEAD');
    await page.waitForSelector('dialog button[type="submit"]:disabled');
    await page.fill('dialog input', 'sf, yto');
    await page.click('dialog button[type="submit"]');
    await rowOf('sf, yto').waitFor();
    await rowOf('Wang Wei').getByText('Link …').click();
    await page.click('dialog button[type="submit"]');
    const link = await page.textContent('[data-testid="secret"]');
    expect((await fetch(link!, { redirect: 'manual' })).headers.get('set-cookie')).toContain('rapport_session=');
    await page.click('dialog >> text=Done');
    await rowOf('Wang Wei').getByText('Disable …').click();
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog[open]', { state: 'detached' });
    expect(await rowOf('Wang Wei').textContent()).toContain('active');
    await rowOf('Wang Wei').getByText('Disable …').click();
    await page.click('dialog button[type="submit"]');
    await rowOf('disabled').waitFor();
  });

  it('says why a name cannot be given twice, and lets nobody disable themselves', async () => {
    await page.click('text=New user …');
    await page.fill('dialog input', 'Wang Wei');
    await page.click('dialog button[type="submit"]');
    await page.waitForSelector('dialog [data-testid="refusal"]:has-text("There is a user")');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog[open]', { state: 'detached' });
    expect(await rowOf('test-operator').textContent()).not.toContain('Disable');
  });

  it('makes a key that is shown once, and revokes it after asking', async () => {
    await page.click('text=Keys');
    await page.click('text=New key …');
    await page.fill('dialog input >> nth=0', 'board pack');
    await page.check('dialog input[type="checkbox"] >> nth=0');
    await page.click('dialog button[type="submit"]');
    const secret = await page.textContent('[data-testid="secret"]');
    const ask = () =>
      fetch(new URL('/graphql', house.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
        body: '{"query":"{ viewer { role } }"}',
      }).then(({ status }) => status);
    expect(await ask()).toBe(200);
    await page.click('dialog >> text=Done');
    await expect.poll(() => page.content()).not.toContain(secret!);
    await rowOf('board pack').getByText('Revoke …').click();
    await page.click('dialog button[type="submit"]');
    await rowOf('revoked').waitFor();
    await expect.poll(ask).toBe(401);
  });

  it('tells what was done, narrowed down by a click, and whether the chain holds', async () => {
    await page.click('text=Audit');
    await page.waitForSelector('[data-testid="chain"]:has-text("The chain holds")');
    await rowOf('key.revoke').getByText('key.revoke').first().click();
    await page.waitForURL((url) => url.searchParams.get('action') === 'key.revoke');
    await painted(page);
    await expect.poll(() => page.locator('tbody tr').count()).toBe(1);
    expect(await rowOf('key.revoke').textContent()).toContain('board pack');
  });

  it('is not offered to others, who are refused what it asks', async () => {
    const other = await visitAs('analyst');
    const opened = await other.open('/administration');
    expect(await opened.textContent('nav')).not.toContain('Administration');
    expect(await opened.locator('table').count()).toBe(0);
    await other.context.close();
  });

  it.each(LOOKS.map((look) => ({ ...look, name: nameOf(look) })))('stands in its screen: $name', async (look) => {
    const seen = await visitAs('operator', look);
    for (const path of ['/administration', '/administration?section=keys', '/administration?section=audit'])
      expect(await sideways(await seen.open(path)), path).toBe(false);
    expect([seen.complaints, seen.outside]).toEqual([[], []]);
    await seen.context.close();
  });
});

describe('a reveal', () => {
  let known: { id: string; name: string; phone: string };
  beforeAll(async () => {
    const { rows } = await house.database.pool.query<{ id: string; uid: string }>(
      `select customer_id as id, external_id as uid from core.customers where phone_masked is not null order by external_id limit 1`,
    );
    const [header = '', ...lines] = readFileSync(join(house.shopDirectory, 'demo', 'customers.csv'), 'utf8').split(
      '\n',
    );
    const names = header.split(',');
    const cells = lines.map((line) => line.split(',')).find((each) => each[names.indexOf('uid')] === rows[0]!.uid)!;
    const cell = (name: string): string => cells[names.indexOf(name)]!;
    known = { id: rows[0]!.id, name: cell('real_name'), phone: cell('mobile') };
  });

  it('asks a steward why, shows what it is on this page alone, and nothing when one comes back', async () => {
    const visit = await visitAs('steward');
    const page = await visit.open(`/customers/${known.id}`);
    expect(await page.content()).not.toContain(known.phone);
    await page.click('text=Reveal contacts …');
    await page.fill('dialog textarea', 'short');
    await page.waitForSelector('dialog button[type="submit"]:disabled');
    await page.fill('dialog textarea', `ring ${known.phone} today`);
    await page.click('dialog button[type="submit"]');
    await page.waitForSelector('dialog [data-testid="refusal"]:has-text("phone number")');
    await page.fill('dialog textarea', 'The parcel came back, agree on a new day');
    await page.click('dialog button[type="submit"]');
    const shown = await page.textContent('[data-testid="revealed"]');
    expect([shown!.includes(known.name), shown!.includes(known.phone)]).toEqual([true, true]);
    const kept = await page.evaluate<string>(
      'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])',
    );
    expect(kept).not.toContain(known.phone);
    await page.locator('nav a[href^="/orders"]').first().click();
    await page.waitForURL(/\/orders/);
    await painted(page);
    await page.goBack();
    await page.waitForURL(/\/customers\//);
    await painted(page);
    expect(await page.content()).not.toContain(known.phone);
    await page.waitForSelector('text=Reveal contacts …');
    await visit.context.close();
  });

  it('is offered to nobody else', async () => {
    const visit = await visitAs('analyst');
    const page = await visit.open(`/customers/${known.id}`);
    expect(await page.locator('text=Reveal contacts …').count()).toBe(0);
    await visit.context.close();
  });
});
