import type { JourneyTable } from './relations.ts';

/** Where a fact is read from. */
export interface FactInputs {
  mine(table: JourneyTable): string;
  /** Literal of the shop's code. */
  shop: string;
  zone: string;
}

/** A table of derived facts, made anew for the customers in scope. */
export interface DerivedFact {
  table: string;
  columns: readonly string[];
  /** Without rows of this table there is nothing to derive. */
  needs: JourneyTable;
  select(from: FactInputs): string;
}
