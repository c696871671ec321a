import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { processEnvironment } from '../faults/config.ts';
import { freePort } from '../testkit/port.ts';
import { hookServer, mailServer } from './receivers.ts';
import { watchedShop } from './watched-shop.ts';

const watched = watchedShop();
const { configure, look, age, open } = watched;

it('a broken promise is told once by mail, in both languages, and so is its end', async () => {
  const { url, mails } = watched.until(await mailServer());
  configure(
    `channels: { desk: { email: { smtp: '${url}', from: rapport@watched.shop.example, to: [ops@watched.shop.example, it@watched.shop.example] } } }`,
  );
  await watched.shop.usualDays(1);
  expect(mails).toEqual([]);

  await age(30);
  for (let beat = 0; beat < 3; beat++) await look();
  expect(await open()).toEqual(['freshness_breach paying payments']);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({
    to: ['ops@watched.shop.example', 'it@watched.shop.example'],
    subject: expect.stringMatching(
      /^\[Rapport\] paying\.payments：新数据自 .*起逾期 \/ paying\.payments: new data is overdue since/,
    ),
  });

  await watched.shop.load(watched.shop.deliver());
  await look();
  expect(await open()).toEqual([]);
  expect(mails).toHaveLength(2);
  expect(mails[1]?.subject).toMatch(/^\[Rapport\] 已恢复：paying\.payments.* \/ Recovered: paying\.payments/);
});

it('a mail server that is down delays the notice and loses nothing; the other channel is told meanwhile', async () => {
  const port = await freePort();
  const hook = watched.until(await hookServer());
  configure(`channels:
  desk: { email: { smtp: 'smtp://127.0.0.1:${port}', from: a@watched.shop.example, to: b@watched.shop.example } }
  hook: { webhook: { url: '${hook.url}' } }`);
  await watched.shop.usualDays(1);
  await age(30);
  const first = await look();
  expect(first.failed).toEqual([{ channel: 'desk', problem: 'it could not be reached (ESOCKET)' }]);
  expect(hook.posts).toHaveLength(1);
  expect((await look()).failed).toEqual([]); // not before its time
  await watched.shop.load(watched.shop.deliver());
  expect(hook.posts).toHaveLength(2);

  const { mails } = watched.until(await mailServer(port));
  await watched.shop.rows(`update ops.alert_deliveries set next_at = now() where state = 'waiting'`);
  await look();
  expect(mails.map(({ subject }) => subject.includes('已恢复'))).toEqual([false, true]);
  expect(
    await watched.shop.rows(`select channel, event, state, attempts from ops.alert_deliveries order by id`),
  ).toEqual([
    { channel: 'desk', event: 'opened', state: 'sent', attempts: 2 },
    { channel: 'hook', event: 'opened', state: 'sent', attempts: 1 },
    { channel: 'desk', event: 'recovered', state: 'sent', attempts: 1 },
    { channel: 'hook', event: 'recovered', state: 'sent', attempts: 1 },
  ]);
});

it('killed between sending and writing it down, the same message goes out again under the same id, signed', async () => {
  const sender: { process?: ReturnType<typeof spawn> } = {};
  const { url, posts } = watched.until(
    await hookServer((_posted, nth) => {
      if (nth > 1) return 204;
      sender.process?.kill('SIGKILL');
      return null;
    }),
  );
  const secret = 'a secret of some length';
  configure(`channels: { hook: { webhook: { url: '${url}', secret: '${secret}' } } }`);
  await watched.shop.usualDays(1);
  await age(30);
  const script = join(import.meta.dirname, 'tell-process.ts');
  const child = spawn(
    process.execPath,
    ['--import', './bin/register.mjs', script, watched.shop.house.url, watched.shop.home],
    {
      env: processEnvironment(),
    },
  );
  sender.process = child;
  await new Promise((resolve) => child.once('exit', resolve));
  expect(await watched.shop.rows('select state, attempts from ops.alert_deliveries')).toEqual([
    { state: 'waiting', attempts: 1 },
  ]);
  await look();
  expect(posts).toHaveLength(1); // the dead sender's claim holds for two minutes
  await watched.shop.rows('update ops.alert_deliveries set next_at = now()');
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
  const { url, mails } = watched.until(await mailServer());
  const hook = watched.until(await hookServer());
  configure(`channels:
  desk: { email: { smtp: '${url}', from: a@watched.shop.example, to: b@watched.shop.example }, kinds: [guard], language: en }
  boss: { webhook: { url: '${hook.url}' }, atLeast: critical }`);
  await watched.shop.usualDays(3);
  await watched.shop.load(watched.shop.deliver({ orders: 12 }));
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
  const hook = watched.until(await hookServer());
  configure(`remindEvery: 4 hours\nchannels: { hook: { webhook: { url: '${hook.url}' } } }`);
  await watched.shop.usualDays(1);
  await age(30);
  await look();
  const later = () =>
    watched.shop.rows(`with a as (update ops.alerts set opened_at = opened_at - interval '5 hours')
      update ops.alert_deliveries set created_at = created_at - interval '5 hours'`);
  await look();
  expect(hook.posts).toHaveLength(1);
  await later();
  await look();
  await look();
  expect(hook.posts).toHaveLength(2);
  const [alert] = await watched.shop.rows<{ id: number }>('select id from ops.alerts');
  expect(await acknowledgeAlert(watched.shop.house.pool, 'user ada', alert!.id)).toBe(true);
  expect(await acknowledgeAlert(watched.shop.house.pool, 'user ada', 999)).toBe(false);
  await later();
  await look();
  expect(hook.posts).toHaveLength(2);
  expect(await watched.shop.rows('select actor, action from ops.audit')).toEqual([
    { actor: 'user ada', action: 'alert.acknowledge' },
  ]);
});

it('a configuration that cannot be used is said without what stands in it, and stops no load', async () => {
  configure(`channels: { desk: { email: { smtp: 'ftp://user:hunter2@host', from: a@b.c, to: d@e.f } } }`);
  const report = await watched.shop.load(watched.shop.deliver());
  expect(report.state).toBe('committed');
  expect(report.notes).toEqual([expect.objectContaining({ code: 'alerts_unusable' })]);
  expect(report.notes[0]?.en).toContain('channels.desk.email.smtp: must be a smtp:// or smtps:// address');
  expect(report.notes[0]?.en).not.toContain('hunter2');
});
