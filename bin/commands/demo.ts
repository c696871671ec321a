import type { Command } from 'commander';
import { runAction } from '../cli/action.ts';
import type { DemoOptions } from '../serving/demo.ts';
import { positive } from './runs.ts';
import { port } from './serve.ts';

export function demoCommand(program: Command): void {
  program
    .command('demo')
    .description(
      'From nothing to a readable dashboard: starts a database, invents and loads a shop, serves it, prints a sign-in link.',
    )
    .option('--port <n>', 'port (default: PORT, else 4000; 0 takes any free one)', port)
    .option('--host <address>', 'address to listen on (default: HOST, else 127.0.0.1)')
    .option('--source <name>', 'load this source instead of the invented shop; needs --from')
    .option('--from <dir>', 'directory that holds the files of the source')
    .option('--orders <n>', 'orders of the invented shop', positive, 20_000)
    .option('--no-open', 'do not open a browser')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run demo\n  npm run demo -- --port 4100 --source olist --from ../data/olist --no-open\nThe data is kept in RAPPORT_HOME: the second start takes seconds.',
    )
    .action((options: DemoOptions) =>
      runAction(false, async (run) => (await import('../serving/demo.ts')).demo(run, options)),
    );
}
