import { checks } from './checks.ts';
import { runSuite } from './suite.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** `npm test` runs everything; `npm test -- <part of a file name> …` only those test files, without the checks. */
const filters = process.argv.slice(2);
let passed = 0;
let failed = 0;

for (const check of filters.length === 0 ? checks : []) {
  const began = performance.now();
  const { passed: good, remark } = await check.run();
  if (good) passed += 1;
  else failed += 1;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(
    `${good ? '✓' : '✗'} ${check.name} (${seconds} s)${good && remark === '' ? '' : good ? ` ${remark}` : `\n${remark}\n`}`,
  );
}

const suite = await runSuite(filters);
say(suite.skipped.length === 0 ? 'Skipped: nothing.' : `Skipped (${suite.skipped.length}):`);
for (const name of suite.skipped) say(`  ${name}`);

failed += suite.failed;
say(`${passed + suite.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
