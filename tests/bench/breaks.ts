// npm run bench -- breaks [part of a name]: breaks a copy of the repository on purpose, one way at a time, and
// demands that the tests turn red. First the sound copy must be green, or red would prove nothing.
import { join } from 'node:path';
import { breaks, type Break } from '../breaks/breaks.ts';
import { runTests, type Outcome } from '../breaks/suite.ts';
import { WorkingCopy } from '../breaks/working-copy.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

function redness({ failed, unrunnable }: Outcome): string {
  if (failed.length > 0) return `red, ${failed.length} failed, first: ${failed[0]}`;
  return unrunnable.length > 0 ? `RED FOR THE WRONG REASON: ${unrunnable[0]}` : 'STILL GREEN';
}

/** True when the tests noticed. */
function tryBreak(copy: WorkingCopy, { name, edits, noticedBy }: Break): boolean {
  const undo = edits.map((edit) => copy.apply(edit));
  const outcome = runTests(copy.directory, noticedBy);
  for (const mend of undo) mend();
  say(`${name}\n  ${redness(outcome)}`);
  return outcome.failed.length > 0;
}

const part = process.argv[2] ?? '';
const chosen = breaks.filter(({ name }) => name.includes(part));
const copy = new WorkingCopy(join(import.meta.dirname, '../..'));
try {
  const sound = runTests(copy.directory, [...new Set(chosen.flatMap(({ noticedBy }) => noticedBy))]);
  say(`sound copy: ${sound.passed} passed, ${sound.failed.length + sound.unrunnable.length} failed`);
  for (const complaint of [...sound.failed, ...sound.unrunnable]) say(`  ${complaint}`);
  const green = sound.failed.length + sound.unrunnable.length === 0;
  const noticed = green ? chosen.filter((one) => tryBreak(copy, one)).length : 0;
  say(`${noticed} of ${chosen.length} breaks noticed`);
  process.exitCode = green && noticed === chosen.length && noticed > 0 ? 0 : 1;
} finally {
  copy.remove();
}
