import type { Command } from 'commander';
import type { QuarantineFilter } from '../../readers/quarantine.reader.ts';
import { positive } from '../runs.ts';

export interface Filters {
  source?: string;
  feed?: string;
  reason?: string;
  state: string;
  field?: string;
  file?: string;
  record?: string;
  run?: number;
  text?: string;
  json?: boolean;
}

export const filterOf = (options: Filters): QuarantineFilter => ({
  source: options.source ?? null,
  feed: options.feed ?? null,
  reason: options.reason ?? null,
  state: options.state === 'all' ? null : options.state,
  field: options.field ?? null,
  file: options.file ?? null,
  record: options.record ?? null,
  run: options.run ?? null,
  text: options.text ?? null,
});

export function filters(command: Command): Command {
  return command
    .option('--source <name>', 'only this source')
    .option('--feed <name>', 'only this feed')
    .option('--reason <code>', 'only this reason')
    .option('--field <name>', 'only this field')
    .option('--file <name>', 'only of this file')
    .option('--record <id>', 'only the record of this id, where its feed could read it')
    .option('--run <number>', 'only what this run refused or tried', positive)
    .option('--state <state>', 'waiting, replayed, discarded, superseded or all', 'waiting')
    .option('--json', 'print the result as JSON on the last line');
}

/** Which waiting rows something is done with. */
export interface Chosen {
  id?: number[];
  source?: string;
  feed?: string;
  reason?: string;
  json?: boolean;
}

const another = (text: string, before: number[] | undefined): number[] => [...(before ?? []), positive(text)];

export function choice(command: Command): Command {
  return command
    .option('--source <name>', 'waiting rows of this source')
    .option('--feed <name>', 'of this feed')
    .option('--reason <code>', 'refused for this reason')
    .option('--id <number>', 'this row; may be repeated', another)
    .option('--json', 'print the result as JSON on the last line');
}

export const selectionOf = ({ id, source, feed, reason }: Chosen) => ({
  ids: id,
  source: source ?? null,
  feed: feed ?? null,
  reason: reason ?? null,
});
