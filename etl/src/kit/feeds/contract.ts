import type { QuarantineReason } from '@rapport/model/vocabulary';
import type { FeedName } from './names.ts';

/** How rows of a feed are told apart and where they live. */
export type FeedShape =
  | 'code' // a short list by shop and code
  | 'content' // the whole row is the key; it cannot change, only come and go
  | 'reference' // by id
  | 'customer' // by customer id
  | 'order' // by customer and id; brings its customer along
  | 'child'; // by customer and id; its customer is its order's, and it waits in pending until the order is known

export interface FeedColumn {
  type: string;
  required: boolean;
  /** SQL for a value that is absent. */
  fallback: string | null;
  role:
    | { is: 'value' } // stored under its own name
    | { is: 'amount' } // major units in, `<name>_minor` stored, exactly
    | { is: 'parent'; concept: string; into: string } // an external id in, an id stored
    | { is: 'code' } // stored, and a placeholder is made in `core.<list>` when no feed has named it
    | { is: 'buyer' } // the customer's external id; null: a guest
    | { is: 'contact' }; // sealed; goes to the vault
}

export interface FeedCheck {
  reason: QuarantineReason;
  field: string;
  /** True for a row that may pass; null passes. */
  sql: string;
}

/** What a canonical feed is: the columns its SQL may select, what must hold, and how it is stored. SQL is generated from it. */
export interface FeedContract {
  feed: FeedName;
  shape: FeedShape;
  /** The name under which core.id_of makes ids. */
  concept: string;
  table: string;
  columns: Record<string, FeedColumn>;
  /** Stored columns computed from others; {zone} and {currency} are the shop's. */
  derived: Record<string, string>;
  checks: FeedCheck[];
  /** The time up to which the feed is known to reach. */
  eventTime: string | null;
}

interface ColumnOptions {
  required?: boolean;
  fallback?: string;
}

function column(
  type: string,
  role: FeedColumn['role'],
  { required = false, fallback }: ColumnOptions = {},
): FeedColumn {
  return { type, role, required, fallback: fallback ?? null };
}

export const value = (type: string, options?: ColumnOptions) => column(type, { is: 'value' }, options);
export const amount = (options?: ColumnOptions) => column('numeric', { is: 'amount' }, options);
export const parent = (concept: string, into: string, options?: ColumnOptions) =>
  column('text', { is: 'parent', concept, into }, options);
export const code = () => column('text', { is: 'code' });
export const buyer = () => column('text', { is: 'buyer' });
export const contact = () => column('text', { is: 'contact' });

type Declaration = Pick<FeedContract, 'feed' | 'shape' | 'concept' | 'columns'> & Partial<FeedContract>;

export function defineFeed(declaration: Declaration): FeedContract {
  const { shape, columns } = declaration;
  const key: Record<string, FeedColumn> = shape === 'content' ? {} : { external_id: value('text', { required: true }) };
  const version: Record<string, FeedColumn> =
    shape === 'content' || shape === 'code' ? {} : { source_version: value('timestamptz') };
  return {
    table: `core.${declaration.feed}`,
    derived: {},
    checks: [],
    eventTime: null,
    ...declaration,
    columns: { ...key, ...columns, ...version },
  };
}

/** Money is stored in minor units under another name, a parent as its id; null: not stored in the feed's own table. */
export function storedName(name: string, { role }: FeedColumn): string | null {
  if (role.is === 'amount') return `${name}_minor`;
  if (role.is === 'parent') return role.into;
  return role.is === 'contact' || role.is === 'buyer' ? null : name;
}
