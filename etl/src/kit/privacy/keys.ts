import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Queryable } from '@rapport/model/schema';
import { fileProblem } from '../errors/file-problem.ts';
import { IngestError } from '../errors/ingest-error.ts';

/** The data key in use, taken apart by purpose, so that no two purposes share a key. Made ready once: from bytes, each value sealed would take five times as long. */
export interface DataKey {
  keyId: number;
  encryption: KeyObject;
  nonce: KeyObject;
  pseudonym: KeyObject;
}

/** The master key: given by the environment, or kept in the home directory, made at first use and readable by its owner only. */
export function readMasterKey(given: string | null, home: string): Buffer {
  if (given !== null) return decodeKey(given, 'RAPPORT_MASTER_KEY');
  const path = join(home, 'keys', 'master.key');
  try {
    if (!existsSync(path)) makeKey(path);
    return decodeKey(readFileSync(path, 'utf8').trim(), 'keys/master.key');
  } catch (error) {
    const problem = fileProblem(error);
    if (problem === null) throw error;
    const details = {
      problem: `keys/master.key in RAPPORT_HOME: ${problem}`,
      remedy: 'Check RAPPORT_HOME and who owns it.',
    };
    throw new IngestError('master_key', details, { cause: error });
  }
}

/** Two first starts may race: who comes second uses the key of the first. */
function makeKey(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
}

/** Opens the data key of this database, or makes the first one. Several processes may race: the first insert wins. */
export async function openDataKey(db: Queryable, master: Buffer, create: boolean): Promise<DataKey> {
  const read = () =>
    db.query('select key_id, wrapped from vault.data_keys where retired_at is null order by key_id desc limit 1');
  let { rows } = await read();
  if (rows.length === 0) {
    const fresh = randomBytes(32);
    if (!create) return derive(0, fresh);
    await db.query('insert into vault.data_keys (key_id, wrapped) values (1, $1) on conflict do nothing', [
      wrap(fresh, master),
    ]);
    ({ rows } = await read());
  }
  const row = rows[0] as { key_id: number; wrapped: Buffer };
  return derive(row.key_id, unwrap(row.wrapped, master));
}

/** Every data key values may have been sealed with, also those no longer in use. */
export async function openDataKeys(db: Queryable, master: Buffer): Promise<Map<number, DataKey>> {
  const { rows } = await db.query<{ key_id: number; wrapped: Buffer }>(
    '/* data keys */ select key_id, wrapped from vault.data_keys',
  );
  return new Map(rows.map(({ key_id: keyId, wrapped }) => [keyId, derive(keyId, unwrap(wrapped, master))]));
}

function derive(keyId: number, secret: Buffer): DataKey {
  const part = (purpose: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `rapport ${purpose}`, 32)));
  return { keyId, encryption: part('encryption'), nonce: part('nonce'), pseudonym: part('pseudonym') };
}

function wrap(secret: Buffer, master: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', master, nonce);
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
}

function unwrap(wrapped: Buffer, master: Buffer): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', master, wrapped.subarray(0, 12));
    decipher.setAuthTag(wrapped.subarray(-16));
    return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]);
  } catch (error) {
    throw new IngestError(
      'master_key',
      {
        problem: 'it does not open the data key of this database',
        remedy: 'Use the master key with which the database was first loaded.',
      },
      { cause: error },
    );
  }
}

function decodeKey(text: string, where: string): Buffer {
  const key = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64');
  if (key.length === 32) return key;
  throw new IngestError('master_key', {
    problem: `${where} does not hold 32 bytes`,
    remedy: 'Give 32 random bytes as base64 or 64 hex digits.',
  });
}
