import type { Command } from 'commander';
import { runAction } from '../cli/action.ts';
import { buildDashboard, dashboardDirectory } from '../serving/dashboard.ts';

export function buildCommand(program: Command): void {
  program
    .command('build')
    .description('Build the dashboard unless it is current; serve and demo do it by themselves.')
    .option('--json', 'print the result as JSON on the last line')
    .action((options: { json?: boolean }) =>
      runAction(options.json, async ({ config, output, stop }) => {
        const state = await buildDashboard(config.root, stop.signal);
        output.say(
          state === 'built' ? `Built into ${dashboardDirectory(config.root)}.` : 'The built dashboard is current.',
        );
        output.result({ state });
      }),
    );
}
