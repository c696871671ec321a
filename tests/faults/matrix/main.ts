// npm run faults -- [--group process] [--only words] [--seeds 5] [--kills 200] [--json]: every row of the fault matrix against the
// engine, each with several seeds. The last line is JSON with counts a group; exit code 1 with any violation.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { allCases } from './all-cases.ts';
import { Arena } from './arena/arena.ts';
import { OwnServer } from './arena/server.ts';
import { groups, type FaultCase } from './fault-case.ts';
import { tryCase, type Tried } from './try-case.ts';

const { values } = parseArgs({
  options: {
    group: { type: 'string' },
    only: { type: 'string' },
    seeds: { type: 'string', default: '5' },
    kills: { type: 'string', default: '200' },
    json: { type: 'boolean', default: false },
  },
});
const MINUTES = 6;
const LONG_MINUTES = 60;
const seeds = Number(values.seeds);

const say = (line: string): void => void (values.json ? process.stderr : process.stdout).write(`${line}\n`);

function lineOf({ group, name, seed, seconds, violations, skipped }: Tried): string {
  const verdict = skipped ? `skipped: ${skipped}` : violations.length === 0 ? 'ok' : 'VIOLATED';
  const more = violations.map((line) => `\n    ${line}`).join('');
  return `${verdict.padEnd(8)} ${group} · ${name} · seed ${seed} · ${seconds.toFixed(1)} s${more}`;
}

function countsOf(tried: readonly Tried[]): Record<string, unknown> {
  const counts = groups.map((group) => {
    const own = tried.filter((one) => one.group === group);
    const sum = (of: (one: Tried) => number): number => own.reduce((total, one) => total + of(one), 0);
    return [
      group,
      {
        cases: new Set(own.map(({ name }) => name)).size,
        tries: own.length,
        seeds: new Set(own.map(({ seed }) => seed)).size,
        skipped: sum(({ skipped }) => (skipped ? 1 : 0)),
        violations: sum(({ violations }) => violations.length),
      },
    ];
  });
  return Object.fromEntries(counts.filter(([, counted]) => typeof counted === 'object' && counted.tries > 0));
}

const chosen = (one: FaultCase): boolean =>
  (!values.group || one.group === values.group) && (!values.only || one.name.includes(values.only));

async function main(): Promise<boolean> {
  const server = await OwnServer.start();
  const extent = {
    kills: Math.ceil(Number(values.kills) / seeds),
    killSize: 2500,
    shuffles: Math.ceil(50 / seeds),
  };
  const arena = new Arena(server, 400, extent, (remark) => say(`    ${remark}`));
  const tried: Tried[] = [];
  const began = performance.now();
  try {
    for (const one of allCases.filter(chosen)) {
      for (let seed = 1; seed <= seeds; seed++) {
        const result = await tryCase(arena, one, seed, one.long ? LONG_MINUTES : MINUTES);
        tried.push(result);
        say(lineOf(result));
      }
    }
  } finally {
    await arena.close();
    await server.close();
  }
  const file = join(mkdtempSync(join(tmpdir(), 'rapport-faults-')), 'faults.json');
  const violations = tried.reduce((sum, one) => sum + one.violations.length, 0);
  const counts = {
    seeds,
    seconds: Math.round((performance.now() - began) / 1000),
    violations,
    groups: countsOf(tried),
  };
  writeFileSync(file, JSON.stringify({ ...counts, tried }, null, 1));
  say(`Everything that was tried, with what was found: ${file}`);
  process.stdout.write(`${JSON.stringify({ ...counts, file })}\n`);
  return violations === 0 && tried.length > 0;
}

process.exitCode = (await main()) ? 0 : 1;
