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
  /** The columns of its primary key. */
  key: readonly string[];
  columns: readonly string[];
  /** What it is read from. Without rows of the first there is nothing to derive. */
  reads: readonly [JourneyTable, ...(JourneyTable | 'sla_policies' | 'consents')[]];
  select(from: FactInputs): string;
}
