import type { Command } from 'commander';
import { runAction, runWithDatabase } from '../cli/action.ts';
import { EXIT } from '../cli/failures.ts';
import { printLoad } from '../cli/load-report.ts';

export function sourcesCommands(program: Command): void {
  program
    .command('sources')
    .description('List the sources that can be ingested.')
    .option('--json', 'print the result as JSON on the last line')
    .action((options: { json?: boolean }) =>
      runAction(options.json, async ({ output }) => {
        const { listSources } = await import('@rapport/etl');
        const { sources, broken, presets } = listSources();
        output.table(
          ['source', 'shop', 'feeds', 'files'],
          sources.map((s) => [s.name, s.shop, s.feeds.join(', '), s.files.join(', ')]),
        );
        for (const { name, problem } of broken) output.say(`${name} cannot be used: ${problem}`);
        output.say(
          `Presets, to be copied with "rapport source new <name> --preset …": ${presets.join(', ') || 'none'}.`,
        );
        output.result({ sources, broken, presets });
      }),
    );
  program
    .command('source')
    .description('Work on one source.')
    .helpCommand(false)
    .command('check')
    .description(
      'Validate a source folder against sample files: prints what would be loaded and what would be quarantined.',
    )
    .argument('<source>', 'name of the source')
    .option('--from <dir>', 'directory with sample files, to be read as well')
    .option('--json', 'print the result as JSON on the last line')
    .addHelpText('after', '\nExample:\n  npm run rapport -- source check olist --from ../data/olist/sample')
    .action((source: string, options: { from?: string; json?: boolean }) =>
      runWithDatabase(options.json, async ({ config, database, output }) => {
        const { checkSource } = await import('@rapport/etl');
        const found = await checkSource({ databaseUrl: database.url, source });
        output.say(
          `The folder of ${found.name} is sound: ${found.feeds.length} feeds from ${found.files.length} files.`,
        );
        if (options.from === undefined) return output.result(found);
        const { load } = await import('../cli/load.ts');
        const report = await load(config, {
          databaseUrl: database.url,
          source,
          from: config.fromUser(options.from),
          trigger: 'cli',
          dryRun: true,
        });
        printLoad(report, output);
        const refused = report.feeds.reduce((sum, feed) => sum + feed.quarantined, 0);
        output.say(refused === 0 ? 'Every record would be loaded.' : `${refused} records would be quarantined.`);
        output.result(report);
        return EXIT.ok;
      }),
    );
}
