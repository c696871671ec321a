import type { FeedName } from '../feeds/names.ts';
import type { FeedDefinition, FileDefinition, ScheduleDefinition, SourceDefinition } from './definition.ts';

export interface SourceFeed extends FeedDefinition {
  feed: FeedName;
  sql: string;
  /** For messages: `olist/orders.sql`. */
  sqlFile: string;
  /** Every role whose landing table the SQL names. */
  reads: string[];
}

/** A source folder, read and checked. */
export interface Source {
  name: string;
  folder: string;
  shop: SourceDefinition['shop'];
  /** The zone in which times without one are read. */
  zone: string;
  files: Record<string, FileDefinition>;
  /** In publishing order. */
  feeds: SourceFeed[];
  schedule: ScheduleDefinition | null;
  /** Only to be copied: its shop is a placeholder. */
  preset: boolean;
  /** What of a delivery may differ from what is declared, where a file does not say otherwise. */
  contract: SourceDefinition['contract'];
}

export function landingTable(source: string, role: string): string {
  return `landing.${source}__${role}`;
}

/** The column landing gets beside an encrypted one, and what a reader without the right to more is shown. */
export function maskColumn(column: string): string {
  return `${column}_masked`;
}

export function hasPersonal(file: FileDefinition): boolean {
  return Object.keys(file.personal).length > 0;
}
