import type { Arena } from '../../arena/arena.ts';
import { Dice } from '../../arena/dice.ts';
import type { House } from '../../arena/house.ts';
import { check } from '../../check/check.ts';
import { checkMemory } from '../../check/bounds.ts';
import { hashes } from '../../check/dump.ts';
import { Poller } from '../../check/poller.ts';
import { reckon, type Reckoned } from '../../check/reckoning.ts';
import { type FaultCase } from '../../fault-case.ts';
import { prepared, verified } from '../tries.ts';

/** One kind of load, as it is when nothing disturbs it. */
interface Undisturbed {
  what: string;
  /** How it stands before: a database to clone; null: empty. */
  from: House | null;
  /** Who got the deliveries. */
  model: House;
  reckoned: Reckoned;
  after: Map<string, string>;
  seconds: number;
  mostDead: number;
}

const MEASURED = 3;

async function fresh(arena: Arena, { from, model }: Pick<Undisturbed, 'from' | 'model'>): Promise<House> {
  return arena.twin(from ?? model, from !== null);
}

/** Loads it a few times alone: how long that takes, what comes of it, how many rows it writes. */
async function undisturbed(arena: Arena, what: string, from: House | null, model: House): Promise<Undisturbed> {
  const times: number[] = [];
  const reckoned = reckon(model.sent);
  let after = new Map<string, string>();
  let mostDead = 0;
  for (let n = 0; n < MEASURED; n++) {
    const house = await fresh(arena, { from, model });
    const { said, seconds, message } = await house.begin(await arena.apart()).ended();
    if (said !== 'committed') throw new Error(`an undisturbed load ended as ${said}: ${message}`);
    times.push(seconds);
    if (n === 0) await mustBeRight(house, reckoned);
    after = await hashes(house);
    // The killed run leaves dead what it wrote, its rerun what it replaces.
    const [written] = await house.rows<{ n: number }>(
      `select sum(n_tup_ins + 2 * (n_tup_upd + n_tup_del))::float8 as n from pg_stat_user_tables where schemaname in ('core', 'journey', 'mart')`,
    );
    mostDead = Math.max(mostDead, written?.n ?? 0);
    await arena.leave(house);
  }
  const seconds = times.toSorted((a, b) => a - b)[Math.floor(MEASURED / 2)] ?? 1;
  return { what, from, model, reckoned, after, seconds, mostDead };
}

async function mustBeRight(house: House, reckoned: Reckoned): Promise<void> {
  const found = [...(await check(house, house.sent, { reckoned })), ...(await verified(house))];
  if (found.length > 0) throw new Error(`an undisturbed load is wrong: ${found.join('; ')}`);
}

async function killOnce(arena: Arena, kind: Undisturbed, seconds: number, name: string): Promise<string[]> {
  const house = await fresh(arena, kind);
  const poller = await Poller.start(house.url);
  const load = house.begin(await arena.apart());
  const over = load.ended();
  await Promise.race([new Promise((resolve) => setTimeout(resolve, seconds * 1000)), over]);
  const { stage } = load;
  const { said, peakKb } = await load.kill();
  const again = await house.load();
  const seen = await poller.stop();
  const found = [...checkMemory(peakKb), ...seen.violations];
  if (again.said !== 'committed' && again.said !== 'unchanged')
    found.push(`the rerun ended as ${again.said}: ${again.message}`);
  const { reckoned, after: good, mostDead } = kind;
  found.push(...(await check(house, house.sent, { reckoned, good, mostDead })));
  const hit = said === null ? stage : 'after its end';
  arena.remark(
    `${name}: ${kind.what} killed at ${seconds.toFixed(3)} s of ${kind.seconds.toFixed(3)} s, ${hit}; rerun ${again.said}; ${seen.polls} looks`,
  );
  await arena.leave(house);
  return found.map((one) => `${name}: ${one}`);
}

/** Times spread evenly over the measured run, each at random within its share. */
async function killedAtRandom(arena: Arena, seed: number): Promise<string[]> {
  const { kills, killSize: size } = arena.extent;
  const dice = new Dice(seed, 'kills');
  const { house: model } = await prepared(arena, seed, { size });
  const first = await undisturbed(arena, 'first load', null, model);
  const { house: loaded, shop } = await prepared(arena, seed, { size, loaded: true });
  await loaded.close();
  loaded.deliver(shop.next());
  const corrections = await undisturbed(arena, 'corrections', loaded, loaded);
  const found: string[] = [];
  for (let n = 0; n < kills; n++) {
    const kind = n % 2 === 0 ? first : corrections;
    const share = (Math.floor(n / 2) + dice.share()) / Math.ceil(kills / 2);
    found.push(...(await killOnce(arena, kind, share * kind.seconds, `kill ${n + 1} of seed ${seed}`)));
  }
  return found;
}

export const randomKills: FaultCase = {
  group: 'process',
  name: 'kill -9 at random times, uniform over the measured run',
  expects: 'a reader sees before or after; a rerun gives what an undisturbed load gives',
  long: true,
  run: killedAtRandom,
};
