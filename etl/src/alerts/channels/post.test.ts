import type { lookup } from 'node:dns';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { post } from './post.ts';
import { tellFeishu } from './robots.ts';

let server: Server;
let port = 0;
const asked: string[] = [];
let heard = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (request.url === '/feishu')
      return request
        .setEncoding('utf8')
        .on('data', (part: string) => (heard += part))
        .on('end', () => response.end('{"code":0}'));
    if (request.url === '/away') return response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    if (request.url === '/flood') return response.end(Buffer.alloc(4_000_000, 'x'));
    return response.end('ok');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const say = { headers: { 'content-type': 'application/json' }, body: '{}' };
const resolvingTo = (...addresses: string[]): typeof lookup =>
  ((_host: string, _options: object, done: (error: null, found: object[]) => void) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )) as unknown as typeof lookup;

test.each([
  '169.254.169.254',
  '0xA9FEA9FE',
  '2852039166',
  '[::ffff:169.254.169.254]',
  '[fe80::1]',
  '[fd00:ec2::254]',
  '[64:ff9b::a9fe:a9fe]',
  '100.100.100.200',
  '0.0.0.0',
  '[::]',
  '224.0.0.1',
  '255.255.255.255',
])('nothing is sent to %s', async (host) => {
  await expect(post(`http://${host}:${port}/`, say)).rejects.toThrow('it leads to an address');
});

test('nor to a name that stands for such an address, beside others too', async () => {
  for (const addresses of [['169.254.169.254'], ['127.0.0.1', '169.254.169.254'], ['::ffff:169.254.0.23']])
    await expect(post(`http://desk.example:${port}/`, say, resolvingTo(...addresses))).rejects.toThrow('it leads to');
  expect(asked).toEqual([]);
});

test('a desk in the house is told, a redirect is not followed, a flood is not read to its end', async () => {
  expect(await post(`http://desk.example:${port}/desk`, say, resolvingTo('127.0.0.1'))).toEqual({
    status: 200,
    text: 'ok',
  });
  expect(await post(`http://127.0.0.1:${port}/away`, say)).toMatchObject({ status: 302 });
  expect((await post(`http://127.0.0.1:${port}/flood`, say)).text.length).toBeLessThan(200_000);
  expect(asked).toEqual(['POST /desk', 'POST /away', 'POST /flood']);
});

test('codes of a shop call nobody and lead nowhere in a robot’s text, and begin no new line of a title', async () => {
  const marks = '<at user_id="all"></at> [refund](https://elsewhere.example)\nRecovered: all';
  const title = { en: `${marks} late`, zh: marks };
  const notice = {
    alertId: '1',
    event: 'opened',
    kind: 'guard',
    severity: 'warning',
    source: 's',
    subject: 'x',
  } as const;
  const notices = [{ ...notice, title, detail: title, runId: null, openedAt: new Date(0), recoveredAt: null }];
  await tellFeishu({ url: `http://127.0.0.1:${port}/feishu` }, 'en', { id: 'm', channel: 'c', notices });
  const { text } = (JSON.parse(heard) as { content: { text: string } }).content;
  expect(text).toContain('refund');
  expect(text).not.toMatch(/<at|\]\(/);
  expect(text.split('\n')[0]).toContain('Recovered: all late');
});
