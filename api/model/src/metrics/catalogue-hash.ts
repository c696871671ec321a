import { createHash } from 'node:crypto';
import { declarations } from './catalogue.ts';

let hash: string | undefined;

/** Changes with every word and condition of the declarations: what was answered under others is another answer. */
export const catalogueHash = (): string =>
  (hash ??= createHash('sha256').update(JSON.stringify(declarations)).digest('hex').slice(0, 16));
