import type { LocalizedText } from '@rapport/model/vocabulary';
import type { FeedCode, FeedColumn, FeedParent, FeedReference } from './contract.ts';

interface ColumnOptions {
  required?: boolean;
  /** SQL for a value that is absent. */
  fallback?: string;
}

interface ValueOptions extends ColumnOptions {
  /** Every code the column may hold; a row with another one is refused. */
  only?: Readonly<Record<string, LocalizedText>>;
  /** Codes that have a meaning; others are taken as they are. */
  known?: Readonly<Record<string, LocalizedText>>;
  personal?: boolean;
}

function column(
  type: string,
  role: FeedColumn['role'],
  means: string,
  { required = false, fallback, only, known, personal = false }: ValueOptions = {},
): FeedColumn {
  const codes = only ? { list: only, closed: true } : known ? { list: known, closed: false } : null;
  return { type, role, means, required, fallback: fallback ?? null, codes, personal };
}

export const value = (type: string, means: string, options?: ValueOptions): FeedColumn =>
  column(type, { is: 'value' }, means, options);
export const text = (means: string, options?: ValueOptions): FeedColumn => value('text', means, options);
export const time = (means: string, options?: ColumnOptions): FeedColumn => value('timestamptz', means, options);
export const day = (means: string, options?: ColumnOptions): FeedColumn => value('date', means, options);
export const amount = (means: string, options?: ColumnOptions): FeedColumn =>
  column('numeric', { is: 'amount' }, means, options);
/** What people write may hold personal values. */
export const words = (means: string): FeedColumn => value('text', means, { personal: true });
export const contact = (means: string): FeedColumn => column('text', { is: 'contact' }, means, { personal: true });
export const customer = (means: string, options?: ColumnOptions): FeedColumn =>
  column('text', { is: 'customer' }, means, options);
export const code = (list: FeedCode, means: string, options?: ColumnOptions): FeedColumn =>
  column('text', { is: 'code', list }, means, options);
export const parent = (concept: FeedParent, means: string, options?: ColumnOptions): FeedColumn =>
  column('text', { is: 'parent', concept, into: `${concept}_id` }, means, options);
export const reference = (concept: FeedReference, means: string, options?: ColumnOptions): FeedColumn =>
  column('text', { is: 'reference', concept, into: `${concept}_id` }, means, options);
export const pointer = (concept: string, into: string, means: string, options?: ColumnOptions): FeedColumn =>
  column('text', { is: 'pointer', concept, into }, means, options);
