import type { Command } from 'commander';
import { runAction, runWithDatabase } from '../cli/action.ts';
import { CommandError, EXIT } from '../cli/failures.ts';
import { printLoad } from '../cli/load-report.ts';
import { printNewSource, printRefusals, printSourceCheck } from '../cli/source-report.ts';

const BRIEF = 50;

/** As many names as a line of a terminal bears; --json has them all. */
function inBrief(names: readonly string[]): string {
  const whole = names.join(', ');
  if (whole.length <= BRIEF) return whole;
  return `${whole.slice(0, whole.lastIndexOf(',', BRIEF))}, … (${names.length})`;
}

export function sourcesCommands(program: Command): void {
  program
    .command('sources')
    .description('List the sources that can be ingested.')
    .option('--json', 'print the result as JSON on the last line')
    .action((options: { json?: boolean }) =>
      runAction(options.json, async ({ output }) => {
        const { listSources } = await import('@rapport/etl');
        const { sources, broken, presets, lost } = listSources();
        output.table(
          ['source', 'shop', 'feeds', 'files'],
          sources.map((s) => [s.name, s.shop, inBrief(s.feeds), inBrief(s.files)]),
        );
        if (lost)
          output.say(
            'The folder that RAPPORT_SOURCES names is not there: "rapport source new" makes it, or correct the variable.',
          );
        for (const { name, problem } of broken) output.say(`${name} cannot be used: ${problem}`);
        output.say(
          `Presets, to be copied with "rapport source new <name> --preset …": ${presets.join(', ') || 'none'}.`,
        );
        output.result({ sources, broken, presets, lost });
      }),
    );
  const source = program.command('source').description('Make and check one source.').helpCommand(false);
  newCommand(source);
  checkCommand(source);
}

interface NewOptions {
  from?: string;
  preset?: string;
  shop?: string;
  zone?: string;
  currency?: string;
  feed?: string;
  json?: boolean;
}

function newCommand(source: Command): void {
  source
    .command('new')
    .description(
      'Write a source folder from a sample file, a folder of them, or a preset. Nothing that is there is overwritten.',
    )
    .argument('<name>', 'name of the source, and of its folder below RAPPORT_SOURCES')
    .option('--from <path>', 'a sample file, or a folder of sample files')
    .option('--preset <name>', 'copy a preset instead: see "rapport sources"')
    .option('--shop <code>', 'code of the shop (default: the name)')
    .option('--zone <zone>', 'its time zone, such as Asia/Shanghai (default: guessed, to be checked)')
    .option('--currency <code>', 'its currency, such as CNY (default: guessed, to be checked)')
    .option('--feed <feed>', 'what a single sample file holds, such as orders (default: recognised)')
    .option('--json', 'print the result as JSON on the last line')
    .addHelpText(
      'after',
      '\nExample:\n  npm run rapport -- source new mystore --from orders.csv --zone Asia/Shanghai --currency CNY',
    )
    .action((name: string, { from, json, ...wishes }: NewOptions) =>
      runAction(json, async ({ config, output }) => {
        const { feedContracts, newSource } = await import('@rapport/etl');
        const feed = feedContracts.find((contract) => contract.feed === wishes.feed)?.feed;
        if (wishes.feed !== undefined && !feed)
          throw new CommandError(EXIT.usage, `There is no feed "${wishes.feed}": docs/feeds.md has them all.`);
        const made = await newSource({
          name,
          ...wishes,
          feed,
          ...(from === undefined ? {} : { from: config.fromUser(from) }),
        });
        printNewSource(made, output);
        output.result(made);
      }),
    );
}

function checkCommand(source: Command): void {
  source
    .command('check')
    .description(
      'Check a source folder; with --from also what of the files there would be loaded and what quarantined. Changes nothing.',
    )
    .argument('<source>', 'name of the source')
    .option('--from <dir>', 'directory with files, to be read as well')
    .option('--json', 'print the result as JSON on the last line')
    .addHelpText('after', '\nExample:\n  npm run rapport -- source check olist --from ../data/olist/sample')
    .action((name: string, options: { from?: string; json?: boolean }) =>
      runWithDatabase(options.json, async ({ config, database, output }) => {
        const { checkSource } = await import('@rapport/etl');
        const found = await checkSource({ databaseUrl: database.url, source: name });
        const undecided = found.marks.filter(({ kind }) => kind === 'decide');
        const code = undecided.length === 0 ? EXIT.ok : EXIT.failed;
        printSourceCheck(found, output);
        if (options.from === undefined) {
          output.result(found);
          return code;
        }
        const { load } = await import('../cli/load.ts');
        const from = config.fromUser(options.from);
        const report = await load(config, {
          databaseUrl: database.url,
          source: name,
          from,
          trigger: 'cli',
          dryRun: true,
        });
        printLoad({ ...report, refused: [] }, output);
        printRefusals(report, output);
        output.result({ ...report, check: found });
        return code;
      }),
    );
}
