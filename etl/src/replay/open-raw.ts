import type { Queryable } from '@rapport/model/schema';
import { opened } from '../kit/landing/corrections.ts';
import { openDataKey, readMasterKey } from '../kit/privacy/keys.ts';
import type { KeyPlace } from './correct.ts';

/** Opens sealed records, for who holds the master key. Whoever calls it writes an audit entry. */
export async function rawOpener(db: Queryable, { home, masterKey }: KeyPlace): Promise<(sealed: Buffer) => Buffer> {
  const key = await openDataKey(db, readMasterKey(masterKey ?? null, home), false);
  return (raw) => opened({ raw, key_id: key.keyId }, key);
}
