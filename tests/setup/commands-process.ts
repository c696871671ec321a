// Runs many commands in one process, one after the other, as `rapport` would each: a start costs more than what is tried.
// Standard input: one JSON list of arguments a line. Standard output: one JSON answer a line.
import { createInterface } from 'node:readline';
import { runProgram } from '@rapport/bin/program';

const print = process.stdout.write.bind(process.stdout);
let said = '';
const keep = (chunk: string | Uint8Array): boolean => {
  said += String(chunk);
  return true;
};
process.stdout.write = keep;
process.stderr.write = keep;
const leave = process.exit.bind(process);
// A finished command ends its process after a while: here the next one runs in it.
process.exit = (() => undefined) as typeof process.exit;
// Nor is it ended by force because the next one is reading a file by then.
process.getActiveResourcesInfo = () => [];

for await (const line of createInterface({ input: process.stdin })) {
  said = '';
  process.exitCode = 0;
  await runProgram([process.argv[0] ?? '', 'rapport', ...(JSON.parse(line) as string[])]);
  print(`${JSON.stringify({ code: process.exitCode, said })}\n`);
}
leave(0);
