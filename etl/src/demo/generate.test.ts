import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEMS } from './files/exports.ts';
import { generateShop, type GeneratedShop } from './generate.ts';
import { readDocuments, readOrders, readRows, readText } from './written.ts';

let home: string;
let shop: GeneratedShop;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'demo-shop-'));
  shop = await generateShop({ orders: 600, months: 24, seed: 'a', out: join(home, 'a') });
}, 60_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

const filesOf = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)))
    .sort((a, b) => a.localeCompare(b));

function hashes(dir: string): Record<string, string> {
  return Object.fromEntries(
    filesOf(dir).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(dir, name)))
        .digest('hex'),
    ]),
  );
}

describe('generateShop', () => {
  it('writes the same bytes for the same seed, and others for another', async () => {
    await generateShop({ orders: 600, months: 24, seed: 'a', out: join(home, 'again') });
    await generateShop({ orders: 600, months: 24, seed: 'b', out: join(home, 'b') });
    expect(hashes(join(home, 'again'))).toEqual(hashes(shop.out));
    const [one, other] = [hashes(shop.out), hashes(join(home, 'b'))];
    for (const name of [
      'demo/orders.csv',
      'demo_web/clicks.ndjson.gz',
      'demo_helpdesk/tickets.json',
      'demo_members/ledger.csv',
    ])
      expect(other[name], name).not.toBe(one[name]);
  });

  it('leaves whole files of a fixed time and nothing unfinished', () => {
    const written = filesOf(shop.out);
    const named = Object.keys(shop.truth.files).filter((name) => !name.includes('#'));
    expect(written).toEqual([...named, 'truth.json'].sort((a, b) => a.localeCompare(b)));
    expect(new Set(written.map((name) => name.split('/')[0]))).toEqual(new Set([...SYSTEMS, 'truth.json']));
    for (const name of written)
      expect(statSync(join(shop.out, name)).mtime.toISOString()).toBe('2026-10-31T16:00:00.000Z');
  });

  it('says how a line was picked only of orders that left: what is still in the warehouse cannot have been a wrong item', () => {
    const left = new Set(
      readDocuments(shop.out, 'demo_logistics/waybills.ndjson.gz').map((parcel) => parcel['trade_no']),
    );
    const checked = readRows(shop.out, 'demo/items.csv').filter((row) => row['check_result'] !== '');
    expect(checked.length).toBeGreaterThan(400);
    expect(checked.filter((row) => !left.has(row['trade_no'] ?? ''))).toEqual([]);
  });

  it('writes exactly the orders asked for, whatever the number', async () => {
    for (const orders of [1, 2, 37]) {
      const small = await generateShop({ orders, months: 3, seed: 1, out: join(home, `n${orders}`) });
      expect(readOrders(small.out)).toHaveLength(orders);
      expect(small.truth.orders.total).toBe(orders);
    }
  });

  it('holds in every file as many records as truth.json says, good and dirty', () => {
    for (const [name, { records, accepted, refused, duplicates, superseded, pending }] of Object.entries(
      shop.truth.files,
    )) {
      const rest = Object.values(refused).reduce((sum, n) => sum + n, 0) + duplicates + superseded + pending;
      expect(accepted + rest, name).toBe(records);
    }
    const plain = Object.keys(shop.truth.files).filter(
      (name) => name.endsWith('.csv') && !name.endsWith('reviews.csv'),
    );
    for (const name of plain) {
      const lines = readText(shop.out, name).trimEnd().split('\n').length - 1;
      expect(lines, name).toBe(shop.truth.files[name]?.records);
    }
    expect(readDocuments(shop.out, 'demo_helpdesk/tickets.json')).toHaveLength(
      shop.truth.files['demo_helpdesk/tickets.json']?.records ?? 0,
    );
  });

  it('ties every parcel, ticket, return, review and ledger entry to an order that exists', () => {
    const orders = new Set(readOrders(shop.out).map((row) => row.trade_no));
    const named = (rows: object[], key: string) =>
      rows
        .map((row) => JSON.stringify((row as Record<string, unknown>)[key] ?? '').slice(1, -1))
        .filter((id) => id !== '' && !id.startsWith('2099'));
    for (const file of [
      'demo/items.csv',
      'demo/payments.csv',
      'demo_voice/reviews.csv',
      'demo_voice/surveys.csv',
      'demo_members/ledger.csv',
    ])
      expect(
        named(readRows(shop.out, file), 'trade_no').filter((id) => !orders.has(id)),
        file,
      ).toEqual([]);
    for (const file of [
      'demo_helpdesk/tickets.json',
      'demo_helpdesk/refunds.json',
      'demo_helpdesk/payouts.json',
      'demo_helpdesk/messages.json',
    ])
      expect(
        named(readDocuments(shop.out, file), 'order_no').filter((id) => !orders.has(id)),
        file,
      ).toEqual([]);
    expect(
      named(readDocuments(shop.out, 'demo_web/clicks.ndjson.gz'), 'trade').filter((id) => !orders.has(id)),
    ).toEqual([]);
  });

  it('knows nothing that happened after the last day, and orders on it', () => {
    // Promises, dues and expiries may lie ahead; a customer id put right is a day late.
    const ahead = /promise|slot_|due|send_before|expire|merge|corrected/;
    for (const name of filesOf(shop.out).filter((file) => file !== 'truth.json' && !ahead.test(file))) {
      const rows = name.endsWith('.csv') ? readRows(shop.out, name) : readDocuments(shop.out, name);
      for (const row of rows) {
        const past = Object.entries(row).filter(([key]) => !ahead.test(key) && key !== 'callback');
        expect(JSON.stringify(past), name).not.toMatch(/"(2026-11-0[2-9]|2026-11-[123]|2026-12|202[7-9])/);
      }
    }
    expect(readOrders(shop.out).some((row) => row.created_time?.startsWith('2026-10-31'))).toBe(true);
  });

  it('refuses what it cannot make, saying what it could', async () => {
    await expect(generateShop({ orders: 0, out: home })).rejects.toThrow('orders must be a whole number from 1');
    await expect(generateShop({ orders: 10, months: 99, out: home })).rejects.toThrow(
      'months must be a whole number from 1 to 44',
    );
  });
});

describe('personal data', () => {
  // Large enough for the rarest sentence to be written.
  let large: GeneratedShop;
  beforeAll(async () => {
    large = await generateShop({ orders: 6000, seed: 'names', out: join(home, 'large') });
  }, 60_000);

  it('keeps names, phones, e-mail and addresses in the customers file alone', async () => {
    const { GIVEN, SURNAMES } = await import('./world/people.ts');
    const given = `[${GIVEN.join('')}]`;
    const anyName = new RegExp(`(?:${SURNAMES.join('|')})${given}${given}`);
    for (const name of filesOf(large.out).filter((file) => file !== 'demo/customers.csv')) {
      const text = readText(large.out, name);
      expect(anyName.exec(text)?.[0], name).toBeUndefined();
      expect(text, name).not.toMatch(/(?<!\d)154\d{8}(?!\d)|@example|路\d+号/);
    }
    expect(anyName.test(readText(large.out, 'demo/customers.csv'))).toBe(true);
  });

  it('gives every customer an own phone of eleven digits in the unused range', () => {
    const phones = readRows(large.out, 'demo/customers.csv').map((row) => row.mobile ?? '');
    expect(phones.filter((phone) => !/^154\d{8}$/.test(phone))).toEqual([]);
    expect(new Set(phones).size).toBe(phones.length);
  });
});
