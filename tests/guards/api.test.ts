import { createApiKey, startApi, type RunningApi } from '@rapport/api';
import { operationsOf } from '@rapport/bin/operations';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ask } from '../testkit/demo-house.ts';
import { PayingShop, usualPrice } from './paying-shop.ts';

let shop: PayingShop;
let api: RunningApi;
let key: string;
beforeAll(async () => {
  shop = await PayingShop.open('freshness: 1 day');
  vi.stubEnv('RAPPORT_SOURCES', shop.sources);
  const { house, home } = shop;
  api = await startApi({
    databaseUrl: house.url,
    port: 0,
    operations: operationsOf({ home, masterKey: undefined, deliveries: home }, house, { look: () => undefined }),
    log: () => {},
  });
  ({ key } = await createApiKey(house.pool, { role: 'operator', label: 'night watch' }));
  await shop.usualDays(2);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await api.close();
  await shop.close();
});

async function graphql(query: string): Promise<Record<string, never>> {
  const { answer } = await ask(api.url, key, query);
  expect(answer.errors).toBeUndefined();
  return answer.data as Record<string, never>;
}

it('a refused delivery is found, accepted with a reason, loaded; each step is seen', async () => {
  const folder = shop.deliver({ price: (order) => usualPrice(order) * 100 });
  await shop.refusal(folder);
  const seen = await graphql(`{
    alerts(where: { open: true, kind: GUARD, source: "paying" }) { totalCount nodes { id severity subject runId title { zh } notices { state } } }
    ingestionRuns(first: 1) { nodes { id } }
  }`);
  expect(seen).toMatchObject({
    alerts: { totalCount: 1, nodes: [{ severity: 'CRITICAL', subject: 'payments.amount.median', notices: [] }] },
  });
  const { alerts, ingestionRuns } = seen as unknown as {
    alerts: { nodes: { id: string; runId: string }[] };
    ingestionRuns: { nodes: { id: string }[] };
  };
  const run = ingestionRuns.nodes[0]!.id;
  expect(alerts.nodes[0]!.runId).toBe(run);
  const { guardFindings } = (await graphql(
    `{ guardFindings(runId: "${run}") { id name check severity feed column expected found acceptedBy } }`,
  )) as unknown as { guardFindings: { id: string }[] };
  expect(guardFindings).toMatchObject([
    { name: 'payments.amount.median', check: 'median', severity: 'STOP', column: 'amount', acceptedBy: null },
  ]);

  const [finding] = guardFindings;
  const accept = (reason: string) =>
    graphql(
      `mutation { acceptGuard(id: "${finding!.id}", reason: "${reason}") { source name userErrors { code field } } }`,
    );
  expect(await accept(' ')).toEqual({
    acceptGuard: { source: null, name: null, userErrors: [{ code: 'NO_REASON', field: 'reason' }] },
  });
  expect(await accept('prices are in fen now')).toEqual({
    acceptGuard: { source: 'paying', name: 'payments.amount.median', userErrors: [] },
  });
  expect(await accept('again')).toMatchObject({ acceptGuard: { userErrors: [{ code: 'NOT_FOUND' }] } });
  expect(await graphql('{ alerts(where: { open: true }) { nodes { detail { en } } } }')).toMatchObject({
    alerts: { nodes: [{ detail: { en: expect.stringContaining('Run') } }] },
  });
  expect((await shop.load(folder)).notes.map(({ code }) => code)).toEqual(['guard_accepted']);
  expect(
    await graphql(
      '{ alerts(where: { open: true }) { totalCount } past: alerts(where: { open: false }) { totalCount } }',
    ),
  ).toEqual({
    alerts: { totalCount: 0 },
    past: { totalCount: 1 },
  });
  expect(
    await shop.rows(`select actor, action, detail->>'reason' as reason from ops.audit where action like 'guard.%'`),
  ).toEqual([{ actor: 'key night watch', action: 'guard.accept', reason: 'prices are in fen now' }]);
});

it('the freshness board says what alerts say; an alert is taken on once', async () => {
  await shop.rows(`update ops.feed_state set last_published_at = now() - interval '30 hours' where feed = 'payments'`);
  const { evaluateAlerts, readAlertConfig } = await import('@rapport/etl');
  await evaluateAlerts(shop.house.pool, readAlertConfig(shop.home));
  const board = await graphql(`{
    freshness { feed title { en } state promiseMinutes percentUsed }
    alerts(where: { open: true }) { nodes { id kind subject } }
  }`);
  expect(board).toMatchObject({
    freshness: [
      { feed: 'payments', title: { en: 'Payments' }, state: 'BREACH', promiseMinutes: 1440, percentUsed: 125 },
      { feed: 'orders', state: 'NO_PROMISE', promiseMinutes: null, percentUsed: null },
    ],
    alerts: { nodes: [{ kind: 'FRESHNESS_BREACH', subject: 'payments' }] },
  });
  const [alert] = (board as unknown as { alerts: { nodes: { id: string }[] } }).alerts.nodes;
  const until = new Date(Date.now() + 3_600_000).toISOString();
  expect(
    await graphql(`mutation {
      acknowledgeAlert(id: "${alert!.id}") { alertId userErrors { code } }
      snoozeAlert(id: "${alert!.id}", until: "${until}") { alertId }
      nobody: acknowledgeAlert(id: "4711") { alertId userErrors { code field } }
    }`),
  ).toEqual({
    acknowledgeAlert: { alertId: alert!.id, userErrors: [] },
    snoozeAlert: { alertId: alert!.id },
    nobody: { alertId: null, userErrors: [{ code: 'NOT_FOUND', field: 'id' }] },
  });
  const after = await graphql('{ alerts(where: { open: true }) { nodes { acknowledgedBy snoozedUntil } } }');
  expect(after).toEqual({ alerts: { nodes: [{ acknowledgedBy: 'key night watch', snoozedUntil: until }] } });
});
