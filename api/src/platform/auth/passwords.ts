import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { User as Account } from '@rapport/model/entities';
import type pg from 'pg';
import { AccessError } from './access-error.ts';
import { now } from './clock.ts';
import { endSessionsOf } from './sessions.ts';
import { accountOf } from './users.ts';
import { HOUSE, written } from './written.ts';

const derive = promisify(argon2);
/** As OWASP recommends for argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const SHORTEST = 12;
const LONGEST = 256;

type Cost = { memory: number; passes: number; parallelism: number };

const tagOf = (password: string, nonce: Buffer, cost: Cost): Promise<Buffer> =>
  derive('argon2id', { message: password.normalize('NFKC'), nonce, tagLength: 32, ...cost });

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

/** As a PHC string, which names its own cost: a stronger one later leaves the old passwords readable. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await tagOf(password, nonce, COST);
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(nonce)}$${unpadded(tag)}`;
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

export async function isPassword(password: string, kept: string): Promise<boolean> {
  const [, memory, passes, parallelism, nonce, tag] = PHC.exec(kept) ?? [];
  if (nonce === undefined || tag === undefined) return false;
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const expected = Buffer.from(tag, 'base64');
  const found = await tagOf(password, Buffer.from(nonce, 'base64'), cost);
  return expected.length === found.length && timingSafeEqual(expected, found);
}

/** What the password of nobody is held against, so that an unknown name takes as long as a known one. */
export const nobodysHash: Promise<string> = hashPassword(randomBytes(32).toString('base64'));

function assertStrong(name: string, password: string): void {
  const length = [...password].length;
  if (length < SHORTEST || length > LONGEST)
    throw new AccessError(
      `A password has ${SHORTEST} to ${LONGEST} characters. A few words that do not belong together are easy to keep.`,
      `密码须为 ${SHORTEST} 到 ${LONGEST} 个字符，可用几个互不相关的词组成。`,
    );
  if (password.toLowerCase().includes(name.toLowerCase()) || new Set(password).size < 5)
    throw new AccessError(
      'This password is easily guessed: it repeats the name, or a few characters. Choose another.',
      '密码过于简单：包含用户名，或只用了少数几个字符。请换一个。',
    );
}

/** Sets or removes (null) the password of a user. All their sessions end. */
export async function setPassword(pool: pg.Pool, name: string, password: string | null, actor = HOUSE): Promise<void> {
  if (password !== null) assertStrong(name, password);
  const passwordHash = password === null ? null : await hashPassword(password);
  await written(pool, async (em, write) => {
    const account = await accountOf(em, name);
    await em.nativeUpdate(Account, { id: account.id }, { passwordHash, passwordChangedAt: await now(em) });
    const ended = await endSessionsOf(em, account.id);
    write({ actor, action: 'user.password', subject: `user ${name}`, detail: { set: password !== null, ended } });
  });
}
