import { availableParallelism } from 'node:os';
import { checks, making, type Check } from './checks.ts';
import { runSuite } from './suite.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** `npm test` runs everything; `npm test -- <part of a file name> …` only those test files, without the checks. */
const filters = process.argv.slice(2);
/** Half of the tools use every core by themselves. */
const LANES = Math.min(4, availableParallelism());
let passed = 0;
let failed = 0;

async function tell(check: Check): Promise<void> {
  const began = performance.now();
  const { passed: good, remark } = await check.run();
  if (good) passed += 1;
  else failed += 1;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(
    `${good ? '✓' : '✗'} ${check.name} (${seconds} s)${good && remark === '' ? '' : good ? ` ${remark}` : `\n${remark}\n`}`,
  );
}

async function everyCheck(): Promise<void> {
  for (const check of making) await tell(check);
  const waiting = checks.values();
  const lane = async (): Promise<void> => {
    for (const check of waiting) await tell(check); // lanes share what waits: each takes the next
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

if (filters.length === 0) await everyCheck();
const suite = await runSuite(filters);
say(suite.skipped.length === 0 ? 'Skipped: nothing.' : `Skipped (${suite.skipped.length}):`);
for (const name of suite.skipped) say(`  ${name}`);

failed += suite.failed;
say(`${passed + suite.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
