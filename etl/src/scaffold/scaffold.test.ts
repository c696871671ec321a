import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { newSource } from './new-source.ts';
import { guessColumn } from './guess/column-type.ts';
import { personalKind } from './guess/personal.ts';

const sources = mkdtempSync(join(tmpdir(), 'rapport-own-'));
beforeAll(() => vi.stubEnv('RAPPORT_SOURCES', sources));
afterAll(() => vi.unstubAllEnvs());

it.each([
  ['units', ['1', '2', ''], 'integer', 'plain'],
  ['order id', ['1', '2'], 'text', 'plain'],
  ['id', ['9007199254740993', '1'], 'text', 'plain'],
  ['tel', ['007', '8'], 'text', 'plain'],
  ['visits', ['9007199254740993', '1'], 'text', 'plain'],
  ['Total', ['120', '80'], 'numeric', 'plain'],
  ['total', ['12.50', '80'], 'numeric', 'plain'],
  ['总价', ['¥1,234.50', '¥80.00'], 'text', 'money_text'],
  ['valor', ['R$ 1.234,50', 'R$ 80,00'], 'text', 'comma_money'],
  ['created_at', ['1735689600', '1735776000'], 'bigint', 'epoch_seconds'],
  ['created_at', ['1735689600000', '1735776000123'], 'bigint', 'epoch_millis'],
  ['date', ['45321', '45322.5'], 'numeric', 'excel_serial'],
  ['下单日期', ['20250131', '20250201'], 'date', 'plain'],
  ['date', ['2025-01-31', '2025/2/1'], 'date', 'plain'],
  ['date', ['2021/8/15 0:12', '2021/8/16 17:30'], 'timestamp', 'plain'],
  ['date', ['2025-01-31T10:00:00Z', '2025-01-31 10:00:00 +0800'], 'timestamptz', 'plain'],
  ['gift', ['yes', 'no'], 'boolean', 'plain'],
  ['是否礼品', ['是', '否'], 'text', 'yes_no'],
  ['note', ['', ''], 'text', 'plain'],
  ['note', ['a', '1'], 'text', 'plain'],
])('%s with %j is %s, read as %s', (title, values, type, reads) => {
  expect(guessColumn(title, values)).toMatchObject({ type, reads });
});

it.each([
  [['31/12/2024', '01/02/2025'], 'd/m/Y', false],
  [['12/31/2024', '01/02/2025'], 'm/d/Y', false],
  [['05/06/2024', '01/02/2025'], 'd/m/Y', true],
  [['29/2/2016 01:16', '1/3/2016 9:05'], 'd/m/Y H:M', false],
  [['12/31/2024 1:05 PM', '1/2/2025 11:30 AM'], 'm/d/Y I:M p', false],
  [['31-Dec-2024', '1-Feb-2025'], 'd-b-Y', false],
  [['2024年12月31日', '2025年1月2日'], 'Y年m月d日', false],
])('days written as %j have the format %s', (values, format, isOpen) => {
  const guess = guessColumn('date', values);
  expect([guess.format, guess.decide !== undefined]).toEqual([format, isOpen]);
});

it.each([
  ['contact', ['13800138000', '+86 138-0013-8001'.replaceAll(/[ -]/g, '')], 'phone'],
  ['用户ID', ['16173978325', '16113041317'], null],
  ['x', ['ada@example.com', 'bob@example.org'], 'email'],
  ['证件', ['11010519491231002X'], 'identity'],
  ['cpf', ['123.456.789-09'], 'identity'],
  ['收货人', ['张三'], 'name'],
  ['Nome do cliente', ['Ana'], 'name'],
  ['Shipping Name', ['Ada'], 'name'],
  ['product name', ['Cup'], null],
  ['Name', ['#1001', '#1002'], null],
  ['收货地址', ['上海市 浦东新区 1 号'], 'address'],
  ['收货地址', Array.from({ length: 400 }, (_, n) => `省${n % 31}`), null],
  ['买家会员名', ['小鱼'], 'account'],
  ['status', ['paid'], null],
])('%s with such values is %s', (title, values, kind) => expect(personalKind(title, values)).toBe(kind));

/** Writes the sample, makes the source, and gives back what was written. */
async function made(name: string, files: Record<string, string | Buffer>, wishes = {}) {
  const from = mkdtempSync(join(tmpdir(), 'rapport-sample-'));
  for (const [file, content] of Object.entries(files)) writeFileSync(join(from, file), content);
  const [only, ...others] = Object.keys(files);
  const { folder, marks } = await newSource({
    name,
    from: others.length === 0 ? join(from, only ?? '') : from,
    ...wishes,
  });
  const texts = Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  return {
    marks,
    texts,
    yaml: parse(texts['source.yaml'] ?? '') as Record<string, Record<string, Record<string, unknown>>>,
  };
}

const orders = `Order ID;Customer Email;Order Date;State;Total;Tax ID
1001;ada@example.com;31/12/2024;completed;120,50;9007199254740993
1002;bob@example.com;05/01/2025;shipped;1.080,00;9007199254740994
`;

it('a semicolon file with decimal commas: delimiter, formats, key, personal columns, feeds', async () => {
  const { yaml, texts, marks } = await made('eu', { 'orders.csv': orders }, { zone: 'Europe/Berlin', currency: 'EUR' });
  expect(yaml['shop']).toMatchObject({ code: 'eu', zone: 'Europe/Berlin', currency: 'EUR' });
  expect(yaml['files']?.['orders']).toMatchObject({
    file: 'orders.csv',
    delimiter: ';',
    delivery: 'snapshot',
    columns: {
      order_id: { type: 'text', header: 'Order ID' },
      order_date: { type: 'date', header: 'Order Date', format: 'd/m/Y' },
      total: { type: 'text', header: 'Total' },
      tax_id: { type: 'text' },
    },
    personal: { customer_email: 'hash' },
  });
  expect(yaml['feeds']).toEqual({ orders: { from: 'orders' }, order_items: { from: 'orders', secondary: true } });
  expect(texts['orders.sql']).toContain(`when 'completed' then 'delivered'`);
  expect(texts['orders.sql']).toContain('customer_email as customer_ref');
  expect(marks.map(({ text }) => text)).toContainEqual(
    expect.stringContaining('customers are known by "Customer Email"'),
  );
  expect(texts['order_items.sql']).toContain(`replace(regexp_replace(total, '[^0-9,-]', '', 'g'), ',', '.')`);
  expect(marks.every(({ kind }) => kind === 'check')).toBe(true);
});

it('bars, thousands and days of a spreadsheet in GB18030; members are known by their own column, not by a telephone', async () => {
  const text =
    '订单号|会员|手机|下单时间|订单状态|实付金额\nD1|u1|13892670206|45658.622902|交易成功|1,299.00\nD2|u1|13815194247|45659.5|已发货|89.90\n';
  const { yaml, texts } = await made('bars', { '订单.csv': Buffer.from(new Uint8Array(gbk(text))) });
  expect(yaml['files']?.['orders']).toMatchObject({
    encoding: 'gb18030',
    delimiter: '|',
    personal: { 手机: 'encrypt' },
  });
  expect(texts['orders.sql']).toContain('"会员" as customer_ref');
  expect(texts['orders.sql']).toContain(`timestamp '1899-12-30' + "下单时间"`);
  expect(texts['order_items.sql']).toContain(`"实付金额", '[^0-9.-]'`);
});

it('the same sample gives the same folder, and nothing is written over', async () => {
  const one = await made('again', { 'orders.csv': orders });
  await expect(made('again', { 'orders.csv': orders })).rejects.toThrow('nothing is written over');
  const other = await made('again_2', { 'orders.csv': orders });
  const renamed = Object.entries(other.texts).map(([file, text]) => [file, text.replaceAll('again_2', 'again')]);
  expect(Object.fromEntries(renamed)).toEqual(one.texts);
});

it('Chinese in GB18030, packed, without a status; what cannot be known is left to decide, with its line', async () => {
  const text = '评价编号,打分,评论内容,评论时间\n1,5,很好用,2025/1/3 8:00\n2,1,坏了,2025/1/4 9:00\n';
  const bytes = gzipSync(Buffer.from(new Uint8Array(gbk(text))));
  const { yaml, texts, marks } = await made('zh', { '评价.csv.gz': bytes });
  expect(yaml['shop']).toMatchObject({ zone: 'Asia/Shanghai', currency: 'CNY' });
  expect(yaml['files']?.['reviews']).toMatchObject({ encoding: 'gb18030', file: '评价.csv.gz' });
  const decide = marks.find(({ kind }) => kind === 'decide');
  expect(decide).toMatchObject({ file: 'zh/reviews.sql', text: 'which column is it? The order it is about.' });
  expect(texts['reviews.sql']?.split('\n')[(decide?.line ?? 1) - 1]).toContain('DECIDE');
});

it('JSON: the list, nested keys as paths, lists inside left to a role of their own', async () => {
  const tickets = [1, 2].map((id) => ({
    id,
    created_at: `2025-01-0${id}T10:00:00Z`,
    status: 'solved',
    via: { channel: 'chat' },
    requester_id: id,
    tags: ['a'],
  }));
  const { yaml, texts } = await made('desk', { 'tickets.json': JSON.stringify({ tickets, count: 2 }) });
  expect(yaml['files']?.['tickets']).toMatchObject({
    rows: 'tickets[]',
    columns: { via_channel: { path: 'via.channel' }, created_at: 'timestamptz' },
    ignored: ['tags'],
  });
  expect(texts['service_cases.sql']).toContain(`when 'solved' then 'resolved'`);
  expect(texts['service_cases.sql']).toContain('via_channel as channel');
});

it('a folder: one role for files of a kind, one for each kind, texts for no value', async () => {
  const month = (n: number) =>
    `order_no,user_id,created,status\n${n}1,u1,2025-0${n}-01 10:00:00,paid\n${n}2,NULL,2025-0${n}-02 10:00:00,NULL\n`;
  const { yaml } = await made('many', {
    'orders-2025-01.csv': month(1),
    'orders-2025-02.csv': month(2),
    'items.csv': 'order_no,sku,qty,price\n11,A,1,10.00\n11,B,2,5.50\n',
  });
  expect(
    Object.entries(yaml['files'] ?? {}).map(([role, { file, delivery, missing }]) => [role, file, delivery, missing]),
  ).toEqual([
    ['items', 'items.csv', 'snapshot', undefined],
    ['orders', 'orders-2025-0*.csv', 'delta', ['NULL']],
  ]);
  expect(yaml['feeds']).toMatchObject({ orders: { from: 'orders' }, order_items: { from: 'items' } });
});

it('a few values that do not fit leave a column its type, and are told', () => {
  const days = Array.from({ length: 40 }, (_, n) => `2025-01-${String((n % 28) + 1).padStart(2, '0')}`);
  expect(guessColumn('date', [...days, 'soon'])).toMatchObject({
    type: 'date',
    remark: expect.stringContaining('1 of the sample’s values'),
  });
  expect(guessColumn('date', [...days, ...days.map(() => 'soon')]).type).toBe('text');
});

it('the only time of a file is the one its feed needs, to be looked at; an id stays text whatever most of it is', async () => {
  const rows = Array.from({ length: 30 }, (_, n) => `${n + 1},${(n % 28) + 1}-Apr-15,Solved`);
  const { texts, marks, yaml } = await made('calls', {
    'complaints.csv': `Ticket,Date_month_year,Status\n${rows.join('\n')}\nother,1-May-15,Open\n`,
  });
  expect(yaml['files']?.['complaints']).toMatchObject({
    columns: { ticket: { type: 'text' }, date_month_year: { type: 'date', format: 'd-b-y' } },
  });
  expect(texts['service_cases.sql']).toContain('date_month_year as opened_at');
  expect(marks.map(({ text }) => text)).toContain('"Date_month_year" is the only time in the file');
});

it('columns of nothing known are a file without a feed, which is left to decide', async () => {
  const { marks, yaml } = await made('unknown', { 'weather.csv': 'station,temperature\na,21.5\nb,20.0\n' });
  expect(yaml['feeds']).toEqual({});
  expect(marks.filter(({ kind }) => kind === 'decide')).toMatchObject([
    { file: 'unknown/source.yaml', text: expect.stringContaining('no feed was recognised') },
  ]);
});

it.each([
  ['no sample', {}, 'there is no sample'],
  ['a file that is not there', { from: '/nowhere.csv' }, '/nowhere.csv is not there'],
])('%s is told', async (_what, wishes, problem) => {
  await expect(newSource({ name: 'none', ...wishes })).rejects.toThrow(problem);
});

it('a sample without a header is told, and leaves nothing behind', async () => {
  await expect(made('headless', { 'a.csv': '1,2025-01-01,12.50\n2,2025-01-02,13.50\n' })).rejects.toThrow(
    'its first line is no header',
  );
  expect(readdirSync(sources)).not.toContain('headless');
});

it('a zone that is none is told with its line, and nothing is left behind', async () => {
  await expect(made('mars', { 'orders.csv': orders }, { zone: 'Mars/Base' })).rejects.toThrow(
    /mars\/source\.yaml, line 7: shop\.zone: an IANA time zone/,
  );
  expect(readdirSync(sources)).not.toContain('mars');
});

/** The characters of this test in GB18030, by asking the platform's decoder for each pair. */
function gbk(text: string): number[] {
  const pairs = new Map<string, [number, number]>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) pairs.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return [...text].flatMap((sign) => (sign < '\u0080' ? [sign.charCodeAt(0)] : (pairs.get(sign) ?? [])));
}
