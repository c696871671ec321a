import { Option } from 'commander';
import { roles, scopeDimensions, type Scope } from '@rapport/model/vocabulary';
import { UsageError } from '../../config.ts';

export const JSON_OPTION = ['--json', 'print the result as JSON on the last line'] as const;

export interface Json {
  json?: boolean;
}

export const roleOption = (): Option => new Option('--role <role>', 'what it may see').choices(Object.keys(roles));
export const scopeOption = (): Option =>
  new Option(
    '--scope <dimension=codes>',
    'for a lead: the rows to be seen, as carrier=sf,yto, merchant=m17 or team=night',
  );

/** "carrier=sf,yto" */
export function readScope(text: string | undefined): Scope | null {
  if (text === undefined) return null;
  const [name = '', codes = ''] = text.split(/=(.*)/s);
  const dimension = scopeDimensions.find((known) => known === name.trim().toUpperCase());
  if (dimension) return { dimension, values: codes.split(',') };
  throw new UsageError(
    `There is no scope “${name}”.\n  → Write ${scopeDimensions.map((known) => `${known.toLowerCase()}=code,code`).join(', ')}.`,
  );
}

export const scopeText = (scope: Scope | null): string =>
  scope ? `${scope.dimension.toLowerCase()}=${scope.values.join(',')}` : '';
