import type { Queryable } from '@rapport/model/schema';
import { hashOf } from './secrets.ts';

/** Failures that are remembered, and for how long. */
const MINUTES = 15;
const MOST_OF_ACCOUNT = 10;
const MOST_OF_ADDRESS = 50;

export interface Attempt {
  account: string;
  address: string;
}

const hashes = ({ account, address }: Attempt): [Buffer, Buffer] => [
  hashOf(`account ${account.trim().toLowerCase()}`),
  hashOf(`address ${address}`),
];

/**
 * Counts an attempt as failed before it is tried, so that a hundred at once are a hundred; false: too many were. Known and
 * unknown accounts are counted alike. Shared by every server of the database.
 */
export async function mayTry(db: Queryable, attempt: Attempt): Promise<boolean> {
  await db.query(
    `/* forget failed sign-ins */ delete from auth.failed_sign_ins where at < clock_timestamp() - make_interval(mins => ${MINUTES})`,
  );
  await db.query(
    '/* note sign-in */ insert into auth.failed_sign_ins (account_hash, address_hash) values ($1, $2)',
    hashes(attempt),
  );
  const { rows } = await db.query<{ account: number; address: number }>(
    `/* count failed sign-ins */ select count(*) filter (where account_hash = $1) as account, count(*) filter (where address_hash = $2) as address
     from auth.failed_sign_ins where (account_hash = $1 or address_hash = $2) and at >= clock_timestamp() - make_interval(mins => ${MINUTES})`,
    hashes(attempt),
  );
  const [counted] = rows;
  return counted !== undefined && counted.account <= MOST_OF_ACCOUNT && counted.address <= MOST_OF_ADDRESS;
}

/** It was who they said: their own failures are forgotten, those others made from elsewhere are not. */
export async function succeeded(db: Queryable, attempt: Attempt): Promise<void> {
  await db.query(
    '/* forget own failures */ delete from auth.failed_sign_ins where account_hash = $1 and address_hash = $2',
    hashes(attempt),
  );
}

export const RETRY_AFTER_SECONDS = MINUTES * 60;
