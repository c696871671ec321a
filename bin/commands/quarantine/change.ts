import { readFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { runWithDatabase, type DatabaseRun } from '../../cli/action.ts';
import { commandLineActor } from '../../cli/actor.ts';
import { UsageError } from '../../config.ts';
import { positive } from '../runs.ts';
import { choice, selectionOf, type Chosen } from './filters.ts';

interface FieldValue {
  column: string;
  value: string;
}

interface Fix {
  set?: FieldValue[];
  rawFile?: string;
  json?: boolean;
}

function assignment(text: string, before: FieldValue[] = []): FieldValue[] {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('It must be column=value; nothing behind the = empties the field.');
  return [...before, { column: text.slice(0, at), value: text.slice(at + 1) }];
}

async function fix({ config, database, output }: DatabaseRun, id: number, { set, rawFile }: Fix): Promise<void> {
  if ((set === undefined) === (rawFile === undefined))
    throw new UsageError(
      'Say what is to be corrected.\n  → Either --set column=value, once for each field, or --raw-file.',
    );
  const { correct } = await import('@rapport/etl');
  const correction = set ? { fields: set } : { raw: await readFile(config.fromUser(rawFile ?? '')) };
  const place = { home: config.home, masterKey: config.masterKey ?? null };
  await correct(database.pool, place, { id, correction, actor: commandLineActor() });
  output.say(`Row ${id} is corrected; its bytes are kept as they came. "rapport replay --id ${id}" loads it.`);
  output.result({ id, corrected: true });
}

export function fixCommand(group: Command): void {
  group
    .command('fix')
    .description('Correct a refused record. The next replay reads it as corrected.')
    .argument('<id>', 'number of the row', positive)
    .option('--set <column=value>', 'one field, by its name in source.yaml; may be repeated', assignment)
    .option('--raw-file <file>', 'the whole record, as the file would hold it, in UTF-8')
    .option('--json', 'print the result as JSON on the last line')
    .action((id: number, options: Fix) => runWithDatabase(options.json, (run) => fix(run, id, options)));
}

export function discardCommand(group: Command): void {
  choice(group.command('discard').description('Leave refused records out for good.'))
    .requiredOption('--because <reason>', 'why; kept with the rows')
    .action((options: Chosen & { because: string }) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const { discard } = await import('@rapport/etl');
        const asked = { selection: selectionOf(options), reason: options.because, actor: commandLineActor() };
        const discarded = await discard(database.pool, asked);
        output.say(discarded === 0 ? 'Nothing that waits matches.' : `${discarded} records are discarded.`);
        output.result({ discarded });
      }),
    );
}
