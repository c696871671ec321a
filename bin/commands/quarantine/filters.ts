import { type Command, Option } from 'commander';
import { quarantineReasons } from '@rapport/model/vocabulary';
import type { QuarantineFilter } from '../../readers/quarantine.reader.ts';
import { positive } from '../runs.ts';

const STATES = ['waiting', 'replayed', 'discarded', 'superseded', 'all'];
const reasons = Object.keys(quarantineReasons);

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
    .addOption(new Option('--reason <code>', 'only this reason').choices(reasons))
    .option('--field <name>', 'only this field')
    .option('--file <name>', 'only of this file')
    .option('--record <id>', 'only the record of this id, where its feed could read it')
    .option('--run <number>', 'only what this run refused or tried', positive)
    .addOption(new Option('--state <state>', 'where they stand').choices(STATES).default('waiting'))
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
    .addOption(new Option('--reason <code>', 'refused for this reason').choices(reasons))
    .option('--id <number>', 'this row; may be repeated', another)
    .option('--json', 'print the result as JSON on the last line');
}

export const selectionOf = ({ id, source, feed, reason }: Chosen) => ({
  ids: id,
  source: source ?? null,
  feed: feed ?? null,
  reason: reason ?? null,
});
