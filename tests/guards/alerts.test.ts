import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAlertConfig, tellAlerts } from '@rapport/etl';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { processEnvironment } from '../faults/config.ts';
import { PayingShop } from './paying-shop.ts';
import { freePort, hookServer, mailServer } from './receivers.ts';

let shop: PayingShop;
const closing: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  shop = await PayingShop.open('freshness: 1 day');
  vi.stubEnv('RAPPORT_SOURCES', shop.sources);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const close of closing.splice(0)) await close();
  await shop.close();
});

function configure(yaml: string): void {
  writeFileSync(join(shop.home, 'alerts.yaml'), yaml);
}
const look = () => tellAlerts(shop.house.pool, readAlertConfig(shop.home));
const age = (hours: number) =>
  shop.rows(`update ops.feed_state set last_published_at = now() - $1 * interval '1 hour', confirmed_at = null`, [
    hours,
  ]);
const open = async (): Promise<string[]> =>
  (
    await shop.rows<{ line: string }>(
      `select kind || ' ' || source || ' ' || subject as line from ops.alerts where recovered_at is null order by id`,
    )
  ).map(({ line }) => line);

async function mailbox(port?: number) {
  const server = await mailServer(port);
  closing.push(server.close);
  return server;
}

it('a broken promise is told once by mail, in both languages, and so is its end', async () => {
  const { url, mails } = await mailbox();
  configure(
    `channels: { desk: { email: { smtp: '${url}', from: rapport@shop.example, to: [ops@shop.example, it@shop.example] } } }`,
  );
  await shop.usualDays(1);
  expect(mails).toEqual([]);

  await age(30);
  for (let beat = 0; beat < 3; beat++) await look();
  expect(await open()).toEqual(['freshness_breach paying payments']);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({
    to: ['ops@shop.example', 'it@shop.example'],
    subject: expect.stringMatching(
      /^\[Rapport\] paying\.payments：新数据自 .*起逾期 \/ paying\.payments: new data is overdue since/,
    ),
  });

  await shop.load(shop.deliver());
  await look();
  expect(await open()).toEqual([]);
  expect(mails).toHaveLength(2);
  expect(mails[1]?.subject).toMatch(/^\[Rapport\] 已恢复：paying\.payments.* \/ Recovered: paying\.payments/);
});

it('a warning comes at four fifths of the promise; when it becomes a breach only that is told, and ends once', async () => {
  const { url, posts, close } = await hookServer();
  closing.push(close);
  configure(`channels: { hook: { webhook: { url: '${url}' } } }`);
  await shop.usualDays(1);
  for (const hours of [19, 20, 25, 1]) {
    await age(hours);
    await look();
  }
  const events = posts.flatMap(
    ({ body }) => (JSON.parse(body) as { notices: { event: string; kind: string }[] }).notices,
  );
  expect(events.map(({ event, kind }) => `${event} ${kind}`)).toEqual([
    'opened freshness_warning',
    'opened freshness_breach',
    'recovered freshness_breach',
  ]);
});

it('a mail server that is down delays the notice and loses nothing; the other channel is told meanwhile', async () => {
  const port = await freePort();
  const hook = await hookServer();
  closing.push(hook.close);
  configure(`channels:
  desk: { email: { smtp: 'smtp://127.0.0.1:${port}', from: a@shop.example, to: b@shop.example } }
  hook: { webhook: { url: '${hook.url}' } }`);
  await shop.usualDays(1);
  await age(30);
  const first = await look();
  expect(first.failed).toEqual([{ channel: 'desk', problem: 'it could not be reached (ESOCKET)' }]);
  expect(hook.posts).toHaveLength(1);
  expect((await look()).failed).toEqual([]); // not before its time
  await shop.load(shop.deliver());
  expect(hook.posts).toHaveLength(2);

  const { mails } = await mailbox(port);
  await shop.rows(`update ops.alert_deliveries set next_at = now() where state = 'waiting'`);
  await look();
  expect(mails.map(({ subject }) => subject.includes('已恢复'))).toEqual([false, true]);
  expect(await shop.rows(`select channel, event, state, attempts from ops.alert_deliveries order by id`)).toEqual([
    { channel: 'desk', event: 'opened', state: 'sent', attempts: 2 },
    { channel: 'hook', event: 'opened', state: 'sent', attempts: 1 },
    { channel: 'desk', event: 'recovered', state: 'sent', attempts: 1 },
    { channel: 'hook', event: 'recovered', state: 'sent', attempts: 1 },
  ]);
});

it('killed between sending and writing it down, the same message goes out again under the same id, signed', async () => {
  const sender: { process?: ReturnType<typeof spawn> } = {};
  const { url, posts, close } = await hookServer((_posted, nth) => {
    if (nth > 1) return 204;
    sender.process?.kill('SIGKILL');
    return null;
  });
  closing.push(close);
  const secret = 'a secret of some length';
  configure(`channels: { hook: { webhook: { url: '${url}', secret: '${secret}' } } }`);
  await shop.usualDays(1);
  await age(30);
  const script = join(import.meta.dirname, 'tell-process.ts');
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', script, shop.house.url, shop.home], {
    env: processEnvironment(),
  });
  sender.process = child;
  await new Promise((resolve) => child.once('exit', resolve));
  expect(await shop.rows('select state, attempts from ops.alert_deliveries')).toEqual([
    { state: 'waiting', attempts: 1 },
  ]);
  await look();
  expect(posts).toHaveLength(1); // the dead sender's claim holds for two minutes
  await shop.rows('update ops.alert_deliveries set next_at = now()');
  await look();
  await look();
  expect(posts).toHaveLength(2);
  const ids = posts.map(({ headers }) => headers['x-rapport-delivery']);
  expect(ids[0]).toMatch(/^hook-\d+$/);
  expect(ids[1]).toBe(ids[0]);
  const { headers, body } = posts[1]!;
  const signature = createHmac('sha256', secret)
    .update(`${String(headers['x-rapport-timestamp'])}.${body}`)
    .digest('hex');
  expect(headers['x-rapport-signature']).toBe(`sha256=${signature}`);
});

it('what goes wrong at once is one message; a channel hears of what it asked for', async () => {
  const { url, mails } = await mailbox();
  const hook = await hookServer();
  closing.push(hook.close);
  configure(`channels:
  desk: { email: { smtp: '${url}', from: a@shop.example, to: b@shop.example }, kinds: [guard], language: en }
  boss: { webhook: { url: '${hook.url}' }, atLeast: critical }`);
  await shop.usualDays(3);
  await shop.load(shop.deliver({ orders: 12 }));
  expect(mails.map(({ subject }) => subject)).toEqual([
    '[Rapport] paying: orders: 12 rows, where 100 are usual (by the 3 deliveries before) (and 1 more)',
  ]);
  await age(30);
  await look();
  expect(mails).toHaveLength(1);
  expect(hook.posts).toHaveLength(1);
});

it('what lasts is told again as often as was asked for, until somebody has acknowledged it', async () => {
  const { acknowledgeAlert } = await import('@rapport/etl');
  const hook = await hookServer();
  closing.push(hook.close);
  configure(`remindEvery: 4 hours\nchannels: { hook: { webhook: { url: '${hook.url}' } } }`);
  await shop.usualDays(1);
  await age(30);
  await look();
  const later = () =>
    shop.rows(`with a as (update ops.alerts set opened_at = opened_at - interval '5 hours')
      update ops.alert_deliveries set created_at = created_at - interval '5 hours'`);
  await look();
  expect(hook.posts).toHaveLength(1);
  await later();
  await look();
  await look();
  expect(hook.posts).toHaveLength(2);
  const [alert] = await shop.rows<{ id: number }>('select id from ops.alerts');
  expect(await acknowledgeAlert(shop.house.pool, 'user ada', alert!.id)).toBe(true);
  expect(await acknowledgeAlert(shop.house.pool, 'user ada', 999)).toBe(false);
  await later();
  await look();
  expect(hook.posts).toHaveLength(2);
  expect(await shop.rows('select actor, action from ops.audit')).toEqual([
    { actor: 'user ada', action: 'alert.acknowledge' },
  ]);
});

it('a worker that fell silent is told until another has taken its place; one that was stopped is not', async () => {
  const worker = (process: string, started: string, heard: string) =>
    shop.rows(
      `insert into ops.workers (worker_id, process, started_at, heartbeat_at)
      values (gen_random_uuid(), $1, now() - $2::interval, now() - $3::interval)`,
      [process, started, heard],
    );
  await worker('a:1', '1 hour', '0 seconds');
  await worker('b:2', '2 hours', '5 minutes');
  await look();
  expect(await open()).toEqual(['worker_dead  b:2']);
  await worker('b:3', '1 minute', '0 seconds');
  await look();
  expect(await open()).toEqual([]);
});

it('a window that is not loaded in time is late, unless its source is paused; one that failed is told until it is retried', async () => {
  await shop.rows(`insert into ops.schedules (source, planned_until) values ('paying', now())`);
  await shop.rows(
    `insert into ops.schedule_windows (source, window_at) values ('paying', now() - interval '20 minutes')`,
  );
  await look();
  expect(await open()).toEqual([]);
  await shop.rows(`update ops.schedule_windows set window_at = now() - interval '40 minutes'`);
  await look();
  expect(await open()).toEqual(['window_late paying ']);
  await shop.rows('update ops.schedules set paused_at = now()');
  await look();
  expect(await open()).toEqual([]);
  await shop.rows(
    `update ops.schedule_windows set state = 'failed', error_code = 'feed_sql', error_message = 'line 3: no such column'`,
  );
  await look();
  expect(await open()).toEqual(['window_failed paying ']);
  const [told] = await shop.rows<{ detail_en: string }>('select detail_en from ops.alerts where recovered_at is null');
  expect(told?.detail_en).toMatch(/^The window of .* UTC\. line 3: no such column$/);
  await shop.rows(`update ops.schedule_windows set state = 'waiting'`);
  await look();
  expect(await open()).toEqual([]);
});

it('a source that was asked and has nothing newer is as fresh as can be', async () => {
  const { confirmFresh } = await import('@rapport/etl');
  await shop.usualDays(1);
  await age(30);
  await look();
  expect(await open()).toHaveLength(1);
  await confirmFresh(shop.house.pool, 'paying');
  await look();
  expect(await open()).toEqual([]);
});

it('a configuration that cannot be used is said without what stands in it, and stops no load', async () => {
  configure(`channels: { desk: { email: { smtp: 'ftp://user:hunter2@host', from: a@b.c, to: d@e.f } } }`);
  const report = await shop.load(shop.deliver());
  expect(report.state).toBe('committed');
  expect(report.notes).toEqual([expect.objectContaining({ code: 'alerts_unusable' })]);
  expect(report.notes[0]?.en).toContain('channels.desk.email.smtp: must be a smtp:// or smtps:// address');
  expect(report.notes[0]?.en).not.toContain('hunter2');
});
