import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Arena } from '../../arena/arena.ts';
import { checkStory } from '../../check/accounts.ts';
import { checkBounds } from '../../check/bounds.ts';
import { hashes, sameAs } from '../../check/dump.ts';
import { expected, Skipped, type FaultCase } from '../../fault-case.ts';
import { Bazaar } from '../../shop/bazaar.ts';
import { mustLoad, wholeAndSteady } from '../tries.ts';

const SMALL = '64m';
const LARGE = '512m';
const TOO_MANY = 14_000;

function mounted(folder: string, dataDirectory: string): void {
  if (process.getuid?.() !== 0) throw new Skipped('a file system of 64 MB needs root');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SMALL}`, 'tmpfs', folder], { stdio: 'pipe' });
  } catch (error) {
    throw new Skipped(`a file system of 64 MB cannot be mounted here: ${(error as Error).message.split('\n')[0]}`);
  }
  const { uid, gid } = statSync(dataDirectory);
  chownSync(folder, uid, gid);
  chmodSync(folder, 0o700);
}

async function diskFull(arena: Arena, seed: number): Promise<string[]> {
  const server = await arena.own();
  const folder = mkdtempSync(join(tmpdir(), 'rapport-faults-disk-'));
  const name = `small_${Date.now()}`;
  try {
    mounted(folder, server.dataDirectory);
    await server.asAdmin(`create tablespace ${name} location '${folder}'`);
    return await onSmallDisk(arena, seed, folder, name);
  } finally {
    await arena.tidy();
    await server.asAdmin(`drop tablespace if exists ${name}`).catch(() => undefined);
    execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onSmallDisk(arena: Arena, seed: number, folder: string, tablespace: string): Promise<string[]> {
  const house = await arena.house(await arena.own(), `tablespace ${tablespace}`);
  const shop = new Bazaar(seed, TOO_MANY);
  const small = new Bazaar(seed, 50).next();
  house.deliver({ goods: small.goods });
  await mustLoad(house);
  const before = await hashes(house);
  house.deliver(shop.next());
  const { said, message } = await house.load();
  const found = expected(`the load (${message})`, said, 'database_disk_full');
  found.push(...sameAs('I4 tables changed on a full disk', before, await hashes(house)));
  found.push(...(await checkStory(house, { said })), ...(await checkBounds(house)));
  execFileSync('mount', ['-o', `remount,size=${LARGE}`, folder], { stdio: 'pipe' });
  await mustLoad(house);
  return [...found, ...(await wholeAndSteady(house))];
}

export const diskIsFull: FaultCase = {
  group: 'database',
  name: 'disk full (a tablespace of 64 MB)',
  expects: 'database_disk_full, nothing published, no working table left; with more space a rerun loads everything',
  heavy: true,
  run: diskFull,
};
