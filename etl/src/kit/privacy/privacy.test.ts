import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Queryable } from '@rapport/model/schema';
import { openDataKey, readMasterKey } from './keys.ts';
import { maskOf } from './masks.ts';
import { pseudonym, seal, unseal } from './seal.ts';

const home = mkdtempSync(join(tmpdir(), 'rapport-keys-'));

/** A data_keys table of one row, in memory. */
function keyStore(): Queryable {
  let wrapped: Buffer | null = null;
  const query = async (text: string, values: unknown[] = []) => {
    if (text.startsWith('insert')) wrapped ??= values[0] as Buffer;
    return { rows: wrapped && text.startsWith('select') ? [{ key_id: 1, wrapped }] : [], rowCount: 0 };
  };
  return { query } as Queryable;
}

it('the master key is made once, for its owner only', () => {
  const key = readMasterKey(null, home);
  expect(readMasterKey(null, home)).toEqual(key);
  expect(statSync(join(home, 'keys', 'master.key')).mode & 0o777).toBe(0o600);
});

it('a master key of the wrong length is refused by name', () => {
  expect(() => readMasterKey('c2hvcnQ=', home)).toThrow(/RAPPORT_MASTER_KEY does not hold 32 bytes/);
});

it('another master key does not open the data key, and the error says so', async () => {
  const store = keyStore();
  await openDataKey(store, readMasterKey(null, home), true);
  await expect(openDataKey(store, Buffer.alloc(32, 7), true)).rejects.toThrow(/does not open the data key/);
});

it('the same value is sealed to the same bytes, another value or field to others, and opens again', async () => {
  const key = await openDataKey(keyStore(), readMasterKey(null, home), true);
  const sealed = seal(key, 'phone', Buffer.from('13812341234'));
  expect(seal(key, 'phone', Buffer.from('13812341234'))).toEqual(sealed);
  expect(seal(key, 'phone', Buffer.from('13812341235')).subarray(4, 16)).not.toEqual(sealed.subarray(4, 16));
  expect(seal(key, 'name', Buffer.from('13812341234'))).not.toEqual(sealed);
  expect(unseal(key, 'phone', sealed).toString()).toBe('13812341234');
  expect(() => unseal(key, 'name', sealed)).toThrow(/authenticate/);
  expect(sealed.includes('1234')).toBe(false);
  expect(pseudonym(key, 'phone', '1')).toMatch(/^[0-9a-f]{64}$/);
});

it.each([
  ['张三丰', '张*'],
  ['Ada Lovelace', 'A*'],
  ['13812341234', '138****1234'],
  ['+86 138-1234-1234', '861****1234'],
  ['5551234', '****34'],
  ['zoe@example.com', 'z***@'],
  ['', ''],
])('%s is shown as %s', (value, mask) => {
  expect(maskOf(value)).toBe(mask);
});
