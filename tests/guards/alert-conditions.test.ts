import { expect, it } from 'vitest';
import { hookServer } from './receivers.ts';
import { watchedShop } from './watched-shop.ts';

const watched = watchedShop();
const { configure, look, age, open } = watched;

it('a warning comes at four fifths of the promise; when it becomes a breach only that is told, and ends once', async () => {
  const { url, posts } = watched.until(await hookServer());
  configure(`channels: { hook: { webhook: { url: '${url}' } } }`);
  await watched.shop.usualDays(1);
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

it('a worker that fell silent is told until another has taken its place; one that was stopped is not', async () => {
  const worker = (process: string, started: string, heard: string) =>
    watched.shop.rows(
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
  await watched.shop.rows(`insert into ops.schedules (source, planned_until) values ('paying', now())`);
  await watched.shop.rows(
    `insert into ops.schedule_windows (source, window_at) values ('paying', now() - interval '20 minutes')`,
  );
  await look();
  expect(await open()).toEqual([]);
  await watched.shop.rows(`update ops.schedule_windows set window_at = now() - interval '40 minutes'`);
  await look();
  expect(await open()).toEqual(['window_late paying ']);
  await watched.shop.rows('update ops.schedules set paused_at = now()');
  await look();
  expect(await open()).toEqual([]);
  await watched.shop.rows(
    `update ops.schedule_windows set state = 'failed', error_code = 'feed_sql', error_message = 'line 3: no such column'`,
  );
  await look();
  expect(await open()).toEqual(['window_failed paying ']);
  const [told] = await watched.shop.rows<{ detail_en: string }>(
    'select detail_en from ops.alerts where recovered_at is null',
  );
  expect(told?.detail_en).toMatch(/^The window of .* UTC\. line 3: no such column$/);
  await watched.shop.rows(`update ops.schedule_windows set state = 'waiting'`);
  await look();
  expect(await open()).toEqual([]);
});

it('a source that was asked and has nothing newer is as fresh as can be', async () => {
  const { confirmFresh } = await import('@rapport/etl');
  await watched.shop.usualDays(1);
  await age(30);
  await look();
  expect(await open()).toHaveLength(1);
  await confirmFresh(watched.shop.house.pool, 'paying');
  await look();
  expect(await open()).toEqual([]);
});
