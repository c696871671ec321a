import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { acknowledgeAlert, readAlertConfig, tellAlerts, type AlertConfig } from '@rapport/etl';
import { readAlarms, readWatchedFigures } from '@rapport/model/findings';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';
import { shop } from '../testkit/shop.ts';

interface Said {
  path: string;
  query: URLSearchParams;
  body: { timestamp?: string; sign?: string; msgtype?: string; msg_type?: string } & Record<
    string,
    { content?: string; text?: string }
  >;
}

/** A robot of each kind, answering as theirs do; the first message to WeCom is refused for coming too fast. */
async function robots(): Promise<{ url: string; said: Said[]; close(): Promise<void> }> {
  const said: Said[] = [];
  const server = createServer((request, response) => {
    const take = async (): Promise<void> => {
      const body = await text(request);
      const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://robot');
      const isFirst = !said.some((each) => each.path === path);
      said.push({ path, query, body: JSON.parse(body) as Said['body'] });
      const ok = path === '/feishu' ? { code: 0, msg: 'success' } : { errcode: 0, errmsg: 'ok' };
      response.end(
        JSON.stringify(path === '/wecom' && isFirst ? { errcode: 45009, errmsg: 'api freq out of limit' } : ok),
      );
    };
    void take();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    said,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const FIRST = Date.UTC(2026, 5, 1);
const day = (n: number): string => new Date(FIRST + n * 86_400_000).toISOString().slice(0, 10);
const DAYS = 80;
const WORDS = ['箱子压扁了，里面的东西也坏了。', '包装压扁，外壳裂了。', '收到时压扁变形。'];

/** Six orders a day by two carriers to two regions; now and then one is damaged, on the last two days five of one carrier to one region. */
async function loaded(house: TestDatabase): Promise<void> {
  const made = shop({ code: 'spiked' });
  for (const code of ['hefeng', 'shanhai']) made.put('carriers', code, { code, label_en: code, label_zh: code });
  let nth = 0;
  const complain = (key: string, on: number, topic: string, words: string): void =>
    made.put('service_cases', `${key}/${topic}`, {
      customer_id: made.id('customer', key),
      id: made.id('case', `${key}/${topic}`),
      order_id: made.id('order', key),
      external_id: `${key}/${topic}`,
      case_type: 'complaint',
      phase: 'after_sale',
      channel: 'chat',
      topic,
      status: 'open',
      opened_at: made.at(`${day(on)} 15:00`),
      opened_on: day(on),
      text: words,
    });
  for (let on = 0; on < DAYS; on += 1)
    for (let of = 0; of < 6; of += 1) {
      const key = `O${(nth += 1)}`;
      const [carrier, region] = [of % 2 === 0 ? 'hefeng' : 'shanhai', of < 3 ? 'CN-GD' : 'CN-ZJ'];
      made
        .customer(key)
        .ordered(key, `${day(on)} 09:00`, { region })
        .delivered(`${day(on)} 12:00`);
      made.amend('shipments', key, { carrier_code: carrier });
      if ((on * 6 + of) % 31 === 0 && on < DAYS - 2) complain(key, on, 'damaged', '收到时外壳裂了。');
      if (of === 5) complain(key, on, 'where_is_my_order', '什么时候能到？');
      if (on >= DAYS - 2 && of === 1)
        for (let more = 0; more < 3; more += 1) {
          const hurt = `${key}-${more}`;
          made
            .customer(hurt)
            .ordered(hurt, `${day(on - 1)} 09:00`, { region: 'CN-GD' })
            .delivered(`${day(on)} 12:00`);
          made.amend('shipments', hurt, { carrier_code: 'shanhai' });
          complain(hurt, on, 'damaged', WORDS[more % WORDS.length] ?? '');
        }
    }
  await made.load(house.pool);
  await house.pool.query('update ops.data_version set version = version + 1');
}

let house: TestDatabase;
let group: Awaited<ReturnType<typeof robots>>;
let config: AlertConfig;
beforeAll(async () => {
  [house, group] = await Promise.all([testDatabase(), robots()]);
  await loaded(house);
  const { channels } = readAlertConfig('/nowhere', {});
  config = {
    ...readAlertConfig('/nowhere', {}),
    channels: {
      ...channels,
      wecom: { wecom: { url: `${group.url}/wecom?key=k` }, atLeast: 'warning', language: 'zh' },
      feishu: { feishu: { url: `${group.url}/feishu`, secret: 'fs' }, atLeast: 'warning', language: 'both' },
      dingtalk: {
        dingtalk: { url: `${group.url}/ding?access_token=t`, secret: 'SEC1' },
        atLeast: 'warning',
        language: 'en',
      },
    },
  };
});
afterAll(async () => {
  await group.close();
  await house.drop();
});

const to = (path: string): Said[] => group.said.filter((each) => each.path === path);

it('an excess of one carrier in one region is one alarm with its cause, told to every robot in its own shape', async () => {
  const first = await tellAlerts(house.pool, config);
  expect(first.failed).toEqual([{ channel: 'wecom', problem: 'it answered code 45009' }]);

  const [alarm, ...others] = await readAlarms(house.pool, { open: true, first: 10 });
  expect(others).toEqual([]);
  expect(alarm).toMatchObject({
    shop: 'spiked',
    dimensions: ['CARRIER', 'REGION'],
    codes: ['shanhai', 'CN-GD'],
    observed: 6,
    lastOn: day(DAYS - 1),
  });
  expect(alarm?.watch.id).toBe('damaged');
  expect(alarm?.causes[0]).toMatchObject({
    dimensions: ['CARRIER', 'REGION'],
    codes: ['shanhai', 'CN-GD'],
    observed: 6,
  });
  expect(alarm?.rows).toHaveLength(6);
  expect([day(DAYS - 2), day(DAYS - 1)]).toContain(alarm?.detectedOn);

  const [feishu] = to('/feishu');
  const { timestamp = '', sign } = feishu?.body ?? {};
  expect(sign).toBe(createHmac('sha256', `${timestamp}\nfs`).update('').digest('base64'));
  expect(feishu?.body.msg_type).toBe('text');
  expect(feishu?.body['content']?.text).toContain('破损反馈');

  const [ding] = to('/ding');
  const at = ding?.query.get('timestamp') ?? '';
  expect(ding?.query.get('sign')).toBe(createHmac('sha256', 'SEC1').update(`${at}\nSEC1`).digest('base64'));
  expect(ding?.query.get('access_token')).toBe('t');
  expect(ding?.body['text']?.content).toMatch(/^\[Rapport\] Damage reports/);

  await house.pool.query(`update ops.alert_deliveries set next_at = now() where state = 'waiting'`);
  await tellAlerts(house.pool, config);
  const wecom = to('/wecom').at(-1)?.body;
  expect(wecom?.msgtype).toBe('text');
  expect(Buffer.byteLength(wecom?.['text']?.content ?? '')).toBeLessThanOrEqual(2048);
});

it('is not told again by the next look, nor reminded of once somebody has taken it on', async () => {
  const before = group.said.length;
  await house.pool.query('update ops.data_version set version = version + 1');
  await tellAlerts(house.pool, config);
  expect(group.said).toHaveLength(before);

  const [alarm] = await readAlarms(house.pool, { open: true, first: 1 });
  expect(await acknowledgeAlert(house.pool, 'user ada', Number(alarm?.alertId))).toBe(true);
  await house.pool.query(`update ops.alert_deliveries set created_at = created_at - interval '2 days'`);
  await house.pool.query(`update ops.alerts set opened_at = opened_at - interval '2 days'`);
  await tellAlerts(house.pool, { ...config, remindEvery: 3_600_000 });
  expect(group.said).toHaveLength(before);
  expect((await readAlarms(house.pool, { open: true, first: 1 }))[0]?.acknowledgedBy).toBe('user ada');
});

it('judges all figures of the shop again with another budget, and keeps what it saw of each', async () => {
  await house.pool.query('update ops.alarm_settings set monthly_budget = 0.02');
  await tellAlerts(house.pool, config);
  const { rows } = await house.pool.query(`select monthly_budget::float8 as budget, series from ops.alarm_looks`);
  expect(rows).toEqual([{ budget: 0.02, series: expect.any(Number) }]);
  const damaged = (await readWatchedFigures(house.pool, 'spiked')).find(({ watch }) => watch.id === 'damaged');
  expect(damaged?.course.observed.at(-1)).toBe(3);
  expect(damaged?.openAlarms).toBe(1);
});

it('recovers after calm days, and everybody hears of it', async () => {
  const before = group.said.length;
  await house.pool.query(`update core.shops set as_of = as_of + 8`);
  await house.pool.query('update ops.data_version set version = version + 1');
  await tellAlerts(house.pool, config);
  const [alarm] = await readAlarms(house.pool, { first: 1 });
  expect(alarm).toMatchObject({ ended: 'recovered' });
  const ends = group.said.slice(before);
  expect(ends.map(({ path }) => path).sort()).toEqual(['/ding', '/feishu', '/wecom']);
  expect(ends.find(({ path }) => path === '/ding')?.body['text']?.content).toMatch(/Recovered: Damage reports/);
});

/** Four orders a day; now and then one is damaged. On the last two days three of one carrier to one region, which the first of their customers say a day later. */
async function scanned({ pool }: TestDatabase): Promise<void> {
  const made = shop({ code: 'scanned' });
  const parcel = (key: string, on: number, carrier: string, region: string, damaged: boolean): void => {
    const order = made.customer(key).ordered(key, `${day(on)} 09:00`, { region });
    order.delivered(`${day(on)} 18:00`);
    made.amend('shipments', key, { carrier_code: carrier });
    if (!damaged) return;
    const own = { customer_id: made.id('customer', key), shipment_id: made.id('shipment', key) };
    const row = { ...own, id: made.id('scan', key), external_id: key, kind: 'damaged' };
    made.put('tracking_events', key, { ...row, occurred_at: made.at(`${day(on)} 16:00`) });
  };
  for (let on = 0; on < DAYS; on += 1) {
    for (let of = 0; of < 4; of += 1)
      parcel(`P${on}-${of}`, on, of % 2 ? 'shanhai' : 'hefeng', of < 2 ? 'CN-GD' : 'CN-ZJ', (on * 4 + of) % 41 === 0);
    if (on < DAYS - 2) continue;
    for (let of = 0; of < 3; of += 1) parcel(`H${on}-${of}`, on, 'shanhai', 'CN-GD', true);
  }
  for (let of = 0; of < 3; of += 1) {
    const key = `H${DAYS - 2}-${of}`;
    made.put('service_cases', key, {
      customer_id: made.id('customer', key),
      id: made.id('case', key),
      order_id: made.id('order', key),
      external_id: key,
      case_type: 'complaint',
      phase: 'after_sale',
      channel: 'chat',
      topic: 'damaged',
      status: 'open',
      opened_at: made.at(`${day(DAYS - 1)} 15:00`),
      opened_on: day(DAYS - 1),
    });
  }
  await made.load(pool);
  await pool.query('update ops.data_version set version = version + 1');
}

it('scans of damage tell before customers do, and what these say later is the same alarm', async () => {
  await scanned(house);
  await tellAlerts(house.pool, config);
  const alarms = await readAlarms(house.pool, { shop: 'scanned', open: true, first: 10 });
  expect(alarms.map(({ watch, detectedOn }) => [watch.id, detectedOn])).toEqual([['damage_scans', day(DAYS - 2)]]);
  expect(alarms[0]).toMatchObject({ dimensions: ['CARRIER', 'REGION'], codes: ['shanhai', 'CN-GD'], observed: 6 });
  expect(alarms[0]?.causes[0]).toMatchObject({ codes: ['shanhai', 'CN-GD'], observed: 6 });
});
