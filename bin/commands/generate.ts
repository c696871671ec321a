import type { Command } from 'commander';
import { runAction } from '../cli/action.ts';
import { Progress } from '../cli/progress.ts';
import { positive } from './runs.ts';

interface GenerateOptions {
  orders: number;
  months: number;
  seed: string;
  out: string;
  json?: boolean;
}

export function generateCommand(program: Command): void {
  program
    .command('generate')
    .description(
      'Write the exports of an invented shop’s six systems: the same options give the same bytes on every machine.',
    )
    .option('--orders <n>', 'orders to invent', positive, 20_000)
    .option('--months <n>', 'months they are spread over', positive, 24)
    .option('--seed <text>', 'another seed, another shop', '1')
    .requiredOption('--out <dir>', 'directory to write to')
    .option('--json', 'print the result as JSON on the last line')
    .addHelpText(
      'after',
      '\nExample:\n  npm run rapport -- generate --orders 20000 --out ./shop\n  npm run rapport -- ingest demo --from ./shop/demo\nThe other five folders are sources of their own names; truth.json says what they hold and what is planted in them.',
    )
    .action((options: GenerateOptions) =>
      runAction(options.json, async ({ config, output }) => {
        const { generateShop } = await import('@rapport/etl/demo');
        const { json: _, ...wanted } = options;
        const progress = new Progress(process.stderr);
        const made = await generateShop({
          ...wanted,
          out: config.fromUser(options.out),
          onProgress: (done, of) => progress.show({ stage: 'inventing', done, unit: 'orders', share: done / of }),
        });
        progress.end();
        output.table(
          ['file', 'records'],
          made.files.map((file) => [file.name, file.records]),
        );
        output.result({ out: made.out, files: made.files });
      }),
    );
}
