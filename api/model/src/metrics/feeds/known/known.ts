import type { LocalizedText } from '../../../vocabulary/index.ts';

/** A row of a feed that proves it: by the name of its core table, with the contract's column that must have been given. */
export interface Proof {
  /** null: the shop itself, as its sources declare it. */
  feed: string | null;
  /** null: not to be had from a column of this feed alone. */
  column: string | null;
  /** On rows of `core.<feed>`; null: any row does. */
  where: string | null;
}

/** Something a shop may tell or not: where it never did, nothing may be concluded from its silence. */
export interface Known {
  /** What is told, as in "the shop delivers no …". */
  name: LocalizedText;
  anyOf: readonly Proof[];
}

export const known = (en: string, zh: string, ...anyOf: Proof[]): Known => ({ name: { en, zh }, anyOf });
export const anyRow = (feed: string): Proof => ({ feed, column: null, where: null });
export const column = (feed: string, name: string): Proof => ({ feed, column: name, where: `${name} is not null` });
export const declared = (where: string): Proof => ({ feed: null, column: null, where });
export const rows = (feed: string, name: string | null, where: string): Proof => ({ feed, column: name, where });
