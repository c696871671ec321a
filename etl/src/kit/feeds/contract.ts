import type { LocalizedText, QuarantineReason } from '@rapport/model/vocabulary';
import { text, time } from './columns.ts';
import type { FeedName } from './names.ts';

/** How rows of a feed are told apart and where they live. */
export type FeedShape =
  | 'code' // a short list by shop and code
  | 'content' // the whole row is the key; it cannot change, only come and go
  | 'reference' // by id
  | 'customer' // by customer id
  | 'link' // by id; says that two customers are one
  | 'order' // by customer and id; names its customer, else has a guest of its own
  | 'child' // by customer and id; its customer is its order's, and it waits until the order is known
  | 'owned' // by customer and id; its customer is that of the parent it names, else the one it names, else a guest of its own
  | 'event'; // by customer, parent, id and time; append-only, in partitions by month

/** What a row may hang on: it belongs to that row's customer. */
export type FeedParent = 'order' | 'shipment' | 'case';
/** What a row may name before its own feed does. */
export type FeedReference = 'merchant' | 'product';
export type FeedCode = 'regions' | 'categories' | 'carriers' | 'stations' | 'agents';

export interface FeedColumn {
  type: string;
  /** Meaning, unit, what an empty value says. */
  means: string;
  required: boolean;
  /** SQL for a value that is absent. */
  fallback: string | null;
  codes: { list: Readonly<Record<string, LocalizedText>>; closed: boolean } | null;
  /** May hold what tells who somebody is. */
  personal: boolean;
  role:
    | { is: 'value' } // stored under its own name
    | { is: 'amount' } // major units in, `<name>_minor` stored, exactly
    | { is: 'parent'; concept: FeedParent; into: string } // an external id in, an id stored; the row waits until it is known
    | { is: 'reference'; concept: FeedReference; into: string } // the same, but a placeholder is made instead of waiting
    | { is: 'pointer'; concept: string; into: string } // an external id in, an id stored; nothing is asked of it
    | { is: 'code'; list: FeedCode } // stored, and a placeholder is made in `core.<list>` when no feed has named it
    | { is: 'customer' } // the external id of the customer a row belongs to
    | { is: 'contact' }; // sealed; goes to the vault
}

export interface FeedCheck {
  reason: QuarantineReason;
  field: string;
  /** True for a row that may pass; null passes. */
  sql: string;
  says: string;
}

/** What a canonical feed is: the columns its SQL may select, what must hold, and how it is stored. SQL and docs are generated from it. */
export interface FeedContract {
  feed: FeedName;
  /** Goes up when a column changes its meaning, is taken away or becomes required; added columns leave it. */
  version: number;
  shape: FeedShape;
  /** The name under which core.id_of makes ids. */
  concept: string;
  table: string;
  means: string;
  columns: Record<string, FeedColumn>;
  /** Stored columns computed from others; {shop}, {zone} and {currency} are the shop's. */
  derived: Record<string, string>;
  checks: FeedCheck[];
  /** SQL for the time up to which the feed is known to reach. */
  eventTime: string | null;
  /** Events: the column with the time that is part of the key. */
  at: string | null;
  /** Stored columns that facts of customers carry: where one changes, their journeys are made anew. */
  carried: readonly string[];
}

type Declaration = Pick<FeedContract, 'feed' | 'shape' | 'concept' | 'means' | 'columns'> &
  Partial<FeedContract> & { id: string };

const versionMeaning =
  'When the source last changed the row. The latest wins, whichever file comes first; without it the file’s own time decides.';

export function defineFeed({ id, ...declaration }: Declaration): FeedContract {
  const { shape, columns } = declaration;
  const key: Record<string, FeedColumn> = shape === 'content' ? {} : { external_id: text(id, { required: true }) };
  const version: Record<string, FeedColumn> =
    shape === 'content' || shape === 'code' ? {} : { source_version: time(versionMeaning) };
  return {
    version: 1,
    table: `core.${declaration.feed}`,
    derived: {},
    checks: [],
    eventTime: null,
    at: null,
    carried: [],
    ...declaration,
    columns: { ...key, ...columns, ...version },
  };
}

/** Money is stored in minor units under another name, what is pointed to as its id; null: not stored in the feed's own table. */
export function storedName(name: string, { role }: FeedColumn): string | null {
  if (role.is === 'amount') return `${name}_minor`;
  if (role.is === 'parent' || role.is === 'reference' || role.is === 'pointer') return role.into;
  return role.is === 'contact' || role.is === 'customer' ? null : name;
}

export interface ParentColumn {
  name: string;
  concept: FeedParent;
  into: string;
}

/** What a row may hang on, the one that decides first. */
export function parentsOf({ columns }: FeedContract): ParentColumn[] {
  return Object.entries(columns).flatMap(([name, { role }]) =>
    role.is === 'parent' ? [{ name, concept: role.concept, into: role.into }] : [],
  );
}

/** Rows that may name their customer themselves remember whom, in case a link moves them. */
export function namesCustomer({ shape, columns }: FeedContract): boolean {
  return (shape === 'order' || shape === 'owned' || shape === 'event') && columns['customer_ref'] !== undefined;
}

/** The staged customer by what the row says itself; with parents it is only the last resort. */
export function ownCustomer(contract: FeedContract): 'own_customer_id' | 'customer_id' {
  return parentsOf(contract).length > 0 ? 'own_customer_id' : 'customer_id';
}

/** Rows that belong to a customer, each in one place. */
export function isOfCustomer({ shape }: FeedContract): boolean {
  return shape === 'order' || shape === 'child' || shape === 'owned' || shape === 'event';
}

/** Rows that are looked up by their id, in core.identity. */
export function hasIdentity(contract: FeedContract): boolean {
  return isOfCustomer(contract) && contract.shape !== 'event';
}
