import type { Command } from 'commander';
import { discardCommand, fixCommand } from './change.ts';
import { exportCommand } from './export.ts';
import { listCommand, sampleCommand, searchCommand, showCommand } from './show.ts';

const EXAMPLES = `
Examples:
  npm run rapport -- quarantine list
  npm run rapport -- quarantine sample --source olist --each 2
  npm run rapport -- quarantine search "R$" --source olist
  npm run rapport -- quarantine fix 17 --set price=12.50
  npm run rapport -- quarantine discard --source olist --reason bad_encoding --because "test rows of the export"
  npm run rapport -- quarantine export --source olist --out refused.csv
"rapport replay" loads what was put right.`;

export function quarantineCommand(program: Command): void {
  const group = program
    .command('quarantine')
    .description('Records that were refused, each with its reason: list, show, search, sample, export, fix, discard.')
    .helpCommand(false)
    .addHelpText('after', EXAMPLES);
  for (const register of [
    listCommand,
    showCommand,
    searchCommand,
    sampleCommand,
    exportCommand,
    fixCommand,
    discardCommand,
  ])
    register(group);
}
