import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { lastLine, rapport } from '../setup/run-rapport.ts';
import { PayingShop, usualPrice } from './paying-shop.ts';
import { freePort } from '../testkit/port.ts';
import { hookServer } from './receivers.ts';

let shop: PayingShop;
let hook: Awaited<ReturnType<typeof hookServer>>;
beforeAll(async () => {
  shop = await PayingShop.open('freshness: 1 day');
  vi.stubEnv('RAPPORT_SOURCES', shop.sources);
  hook = await hookServer();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await hook.close();
  await shop.close();
});

const command = (...args: string[]) =>
  rapport(args, { DATABASE_URL: shop.house.url, RAPPORT_HOME: shop.home, RAPPORT_SOURCES: shop.sources });

it('a channel is tested: exit code 1 where one does not take it', async () => {
  const none = await command('alerts', 'test');
  expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('There is no channel')]);
  writeFileSync(
    join(shop.home, 'alerts.yaml'),
    `channels:\n  hook: { webhook: { url: '${hook.url}' }, kinds: [guard] }\n  gone: { webhook: { url: 'http://127.0.0.1:${await freePort()}/' } }\n`,
  );
  const tested = await command('alerts', 'test', '--json');
  expect([tested.code, lastLine(tested.stdout)]).toEqual([
    1,
    {
      channels: [
        { name: 'hook', problem: null },
        { name: 'gone', problem: 'it could not be reached (ECONNREFUSED)' },
      ],
    },
  ]);
  expect(hook.posts).toHaveLength(1);
});

it('a finding is listed and accepted, an alert taken on', async () => {
  writeFileSync(join(shop.home, 'alerts.yaml'), '');
  await shop.usualDays(1);
  const folder = shop.deliver({ price: (order) => usualPrice(order) * 100 });
  await shop.refusal(folder);
  const [listed, checked] = await Promise.all([
    command('guards', 'list', '--json'),
    command('alerts', 'check', '--json'),
  ]);
  const { findings } = lastLine(listed.stdout) as { findings: { id: number; name: string; runState: string }[] };
  expect(findings).toMatchObject([{ name: 'payments.amount.median', runState: 'failed', acceptedBy: null }]);
  const { alerts } = lastLine(checked.stdout) as { alerts: { id: number; kind: string }[] };
  expect([checked.code, alerts]).toMatchObject([1, [{ kind: 'guard' }]]);

  const [accepted, taken] = await Promise.all([
    command('guards', 'accept', String(findings[0]?.id), '--reason', 'in fen from now on'),
    command('alerts', 'ack', String(alerts[0]?.id)),
  ]);
  expect([accepted.code, taken.code]).toEqual([0, 0]);
  expect((await shop.load(folder)).state).toBe('committed');
});

it('a broken promise is an exit code for those who ask for one', async () => {
  await shop.rows(`update ops.feed_state set last_published_at = now() - interval '2 days'`);
  const kept = await command('freshness', '--kept', '--json');
  expect([kept.code, lastLine(kept.stdout)]).toMatchObject([
    1,
    {
      feeds: [
        { feed: 'orders', state: 'no_promise' },
        { feed: 'payments', state: 'breach' },
      ],
    },
  ]);
});
