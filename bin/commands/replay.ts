import type { Command } from 'commander';
import type { ReplayOptions } from '@rapport/etl';
import type { ReplayPreview, SourceReplay } from '@rapport/model/vocabulary';
import { runWithDatabase, SAY_THAT_IT_STOPPED_MS, type DatabaseRun } from '../cli/action.ts';
import { commandLineActor } from '../cli/actor.ts';
import { sayWhatWasLeft } from '../cli/catch-up.ts';
import type { Output } from '../cli/output.ts';
import { choice, selectionOf, type Chosen } from './quarantine/filters.ts';

interface Asked extends Chosen {
  from?: string;
  dryRun?: boolean;
}

const SHOWN_FIGURES = 40;

function tell(output: Output, sources: readonly SourceReplay[], verb: string): void {
  if (sources.length === 0) output.say('Nothing that waits matches.');
  else
    output.table(
      ['source', 'rows', verb, 'superseded', 'still refused', 'run'],
      sources.map((one) => [one.source, one.rows, one.loaded, one.superseded, one.refused, one.runId]),
    );
  for (const { source, refusals } of sources)
    for (const { reason, field, rows } of refusals)
      output.say(`Refused again: ${source}, ${reason}${field === null ? '' : ` in ${field}`}: ${rows}`);
}

/** Enough to see a figure move. */
const digits = (value: number | null): string | null => (value === null ? null : String(Number(value.toPrecision(6))));

function tellMoved(output: Output, previews: readonly ReplayPreview[]): void {
  for (const { source, moved } of previews) {
    if (moved.length === 0) output.say(`${source}: no figure would move.`);
    else
      output.table(
        ['metric', 'month', 'now', 'then'],
        moved
          .slice(0, SHOWN_FIGURES)
          .map(({ metric, month, before, after }) => [metric, month.slice(0, 7), digits(before), digits(after)]),
      );
    if (moved.length > SHOWN_FIGURES) output.say(`… and ${moved.length - SHOWN_FIGURES} more; --json has them all.`);
  }
}

async function run({ config, database, output, stop }: DatabaseRun, asked: Asked): Promise<void> {
  const { previewReplay, replay } = await import('@rapport/etl');
  const options: ReplayOptions = {
    databaseUrl: database.url,
    home: config.home,
    masterKey: config.masterKey ?? null,
    actor: commandLineActor(),
    selection: selectionOf(asked),
    from: asked.from === undefined ? null : config.fromUser(asked.from),
    signal: stop.signal,
    log: sayWhatWasLeft,
  };
  if (asked.dryRun === true) {
    const sources = await previewReplay(options);
    tell(output, sources, 'would load');
    tellMoved(output, sources);
    output.result({ dryRun: true, sources });
    return;
  }
  const sources = await replay(options);
  tell(output, sources, 'loaded');
  output.result({ dryRun: false, sources });
}

export function replayCommand(program: Command): void {
  choice(
    program.command('replay').description('Load refused records again, after the source or the record was put right.'),
  )
    .option('--from <dir>', 'folder of the delivery, for feeds that join several files')
    .option('--dry-run', 'show which rows would load and which figures would move; change nothing')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run rapport -- replay --source olist --dry-run\n  npm run rapport -- replay --source olist --reason unknown_code\n  npm run rapport -- replay --id 17 --id 18 --from ../data/olist\nRows that fail again wait on with their new reason. The same replay twice changes nothing.',
    )
    .action((asked: Asked) => runWithDatabase(asked.json, (house) => run(house, asked), SAY_THAT_IT_STOPPED_MS));
}
