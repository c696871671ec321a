import type { Arena } from '../../arena/arena.ts';
import { Dice } from '../../arena/dice.ts';
import type { House, Told } from '../../arena/house.ts';
import { Proxy } from '../../arena/proxy.ts';
import type { OwnServer } from '../../arena/server.ts';
import { expected, type FaultCase } from '../../fault-case.ts';
import { Bazaar } from '../../shop/bazaar.ts';
import { mustLoad, wholeAndSteady } from '../tries.ts';

const GONE = ['database_lost', 'database_unreachable'];

/** A house on a server that may be harmed, its second delivery waiting. */
export async function ownHouse(
  arena: Arena,
  seed: number,
  size = arena.size,
): Promise<{ server: OwnServer; house: House }> {
  const server = await arena.own();
  const house = await arena.house(server);
  const shop = new Bazaar(seed, size);
  house.deliver(shop.next());
  await mustLoad(house);
  house.deliver(shop.next());
  return { server, house };
}

export async function until(look: () => Promise<unknown>): Promise<void> {
  while (!(await look())) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** After the harm: the load said so, and one more of them makes everything right. */
async function recovers(house: House, told: Told, codes: readonly string[]): Promise<string[]> {
  const found = codes.includes(told.said)
    ? []
    : [`the load ended as ${told.said} (${told.message}), not as ${codes.join(' or ')}`];
  await mustLoad(house);
  return [...found, ...(await wholeAndSteady(house))];
}

/** The link is slow enough for COPY to be met under way. */
async function backendKilled(arena: Arena, seed: number): Promise<string[]> {
  const { server, house } = await ownHouse(arena, seed, 2_000);
  const proxy = await Proxy.to(house.url, { rate: 150_000 });
  try {
    const load = house.load('bazaar', { databaseUrl: proxy.url(house.url) });
    let pid = 0;
    await until(async () => {
      const rows = await house.rows<{ pid: number }>(
        'select pid from pg_stat_progress_copy where datname = current_database()',
      );
      pid = rows[0]?.pid ?? 0;
      return pid > 0;
    });
    process.kill(pid, 'SIGKILL');
    const told = await load;
    await server.untilItAnswers();
    return await recovers(house, told, GONE);
  } finally {
    await proxy.close();
  }
}

/** The load stands in merge, since somebody holds a table it must write, when the server stops. */
async function stoppedImmediately(arena: Arena, seed: number): Promise<string[]> {
  const { server, house } = await ownHouse(arena, seed);
  const gate = await house.pool.connect();
  gate.on('error', () => undefined);
  await gate.query('begin; lock table core.reviews in share mode');
  const load = house.load();
  await until(() => waits(house, 'core.reviews'));
  await server.stopImmediately();
  const told = await load;
  gate.release(true);
  await server.startAgain();
  return recovers(house, told, GONE);
}

/** Somebody waits for this table's lock. */
export async function waits(house: House, table: string): Promise<boolean> {
  const rows = await house.rows(
    `select from pg_locks l where not l.granted and l.relation = $1::regclass and l.database = (select oid from pg_database where datname = current_database())`,
    [table],
  );
  return rows.length > 0;
}

/** Fills every place at the server but `free` ones. */
async function crowded(arena: Arena, seed: number, free: number): Promise<string[]> {
  const { server, house } = await ownHouse(arena, seed);
  const crowd = await server.crowd();
  for (const one of crowd.splice(0, free)) await one.end();
  const told = await house.load();
  await Promise.all(crowd.map((one) => one.end()));
  const found = await recovers(house, told, ['database_error']);
  if (!told.message.includes('53300')) found.push(`the message does not name 53300: ${told.message}`);
  return found;
}

async function slowLink(arena: Arena, seed: number): Promise<string[]> {
  const { house } = await ownHouse(arena, seed);
  const proxy = await Proxy.to(house.url, { delayMs: 3, rate: 400_000 });
  try {
    const { said, message } = await house.load('bazaar', { databaseUrl: proxy.url(house.url) });
    return [...expected(`a load over a slow link (${message})`, said, 'committed'), ...(await wholeAndSteady(house))];
  } finally {
    await proxy.close();
  }
}

async function cutLink(arena: Arena, seed: number): Promise<string[]> {
  const { house } = await ownHouse(arena, seed);
  const proxy = await Proxy.to(house.url, { delayMs: 1 });
  try {
    const load = house.load('bazaar', { databaseUrl: proxy.url(house.url) });
    await new Promise((resolve) => setTimeout(resolve, 100 + new Dice(seed, 'cut').below(900)));
    proxy.cut();
    const told = await load;
    proxy.mend();
    arena.remark(`ended as ${told.said}`);
    if (told.said === 'committed') return await wholeAndSteady(house);
    return await recovers(house, told, GONE);
  } finally {
    await proxy.close();
  }
}

const LEASE_MS = 1_500;

/** Nothing comes over the link any more and nobody says so: to the house the load is silent, and another one takes its place. */
async function deafLink(arena: Arena, seed: number): Promise<string[]> {
  const { house } = await ownHouse(arena, seed);
  const proxy = await Proxy.to(house.url, { deafAfter: (sent) => sent.includes('pg_advisory_xact_lock') });
  try {
    const hanging = house.begin(await arena.apart(), 'bazaar', {
      databaseUrl: proxy.url(house.url),
      leaseMs: LEASE_MS,
    });
    await hanging.until(() => proxy.deaf);
    await new Promise((resolve) => setTimeout(resolve, LEASE_MS * 2));
    const told = await house.load('bazaar', { leaseMs: LEASE_MS });
    await hanging.kill();
    const runs = await house.rows<{ state: string; code: string | null }>(
      'select state, error_code as code from ops.runs order by run_id offset 1',
    );
    return [
      ...expected(`the load that took over (${told.message})`, told.said, 'committed'),
      ...expected(
        'the runs',
        runs.map(({ state, code }) => [state, code]),
        [
          ['failed', 'process_died'],
          ['committed', null],
        ],
      ),
      ...(await wholeAndSteady(house)),
    ];
  } finally {
    await proxy.close();
  }
}

const group = 'database';
const again = 'it says so, nothing is published; a rerun makes everything right';
export const harmed: FaultCase[] = [
  { group, name: 'kill -9 of the backend in the middle of COPY', expects: again, run: backendKilled },
  {
    group,
    name: 'immediate stop of the server in the middle of merge, and start',
    expects: again,
    run: stoppedImmediately,
  },
  {
    group,
    name: 'too many connections, from the beginning',
    expects: again,
    run: (arena, seed) => crowded(arena, seed, 0),
  },
  {
    group,
    name: 'too many connections, once the run has begun',
    expects: `${again}; the run is failed`,
    run: (arena, seed) => crowded(arena, seed, 2),
  },
  { group, name: 'slow link', expects: 'loaded whole', run: slowLink },
  { group, name: 'cut link, at a random time', expects: again, run: cutLink },
  {
    group,
    name: 'deaf link',
    expects: 'another load takes over after the lease, what hangs publishes nothing',
    run: deafLink,
  },
];
