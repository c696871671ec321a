import type { Command } from 'commander';
import { runWithDatabase, SAY_THAT_IT_STOPPED_MS } from '../cli/action.ts';
import { printLoad } from '../cli/load-report.ts';

interface IngestOptions {
  from?: string;
  anew?: boolean;
  json?: boolean;
  dryRun?: boolean;
  allowDeletes?: boolean;
  acceptGuard?: string[];
}

export function ingestCommand(program: Command): void {
  program
    .command('ingest')
    .description(
      'Load the files of a source, or what its connection brings. A run lands whole or not at all; the same again changes nothing.',
    )
    .argument('<source>', 'name of a source ("rapport sources" lists them)')
    .option('--from <dir>', 'directory that holds its files (not needed where source.yaml has a connection)')
    .option('--anew', 'forget how far the connection has been read, and read everything')
    .option('--dry-run', 'read, check and count everything, publish nothing')
    .option('--allow-deletes', 'accept a snapshot that removes more than a fifth of the rows')
    .option('--accept-guard <finding...>', 'load it although a guard stopped it: name or number of the finding')
    .option('--json', 'print counts per file and feed as JSON on the last line')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run rapport -- ingest olist --from ../data/olist\n  npm run --silent rapport -- ingest olist --from ../data/olist --dry-run --json\n  npm run rapport -- ingest my_shop',
    )
    .action((source: string, options: IngestOptions) =>
      runWithDatabase(
        options.json,
        async ({ config, database, output, stop }) => {
          const { load } = await import('../cli/load.ts');
          const report = await load(config, {
            databaseUrl: database.url,
            source,
            ...(options.from === undefined ? {} : { from: config.fromUser(options.from) }),
            anew: options.anew === true,
            trigger: 'cli',
            dryRun: options.dryRun === true,
            allowDeletes: options.allowDeletes === true,
            acceptGuards: options.acceptGuard ?? [],
            signal: stop.signal,
          });
          printLoad(report, output);
          output.result(report);
        },
        SAY_THAT_IT_STOPPED_MS,
      ),
    );
}
