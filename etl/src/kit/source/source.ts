import type { FeedName } from '../feeds/names.ts';
import type { ConnectionDefinition } from './connection-definition.ts';
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
  /** Where it is fetched from; null: its files are delivered. */
  connection: ConnectionDefinition | null;
  /** Only to be copied: its shop is a placeholder. */
  preset: boolean;
  /** Its rows come over HTTP. */
  push: boolean;
  /** What of a delivery may differ from what is declared, where a file does not say otherwise. */
  contract: SourceDefinition['contract'];
  /** Names of files beside its own that are not missed. */
  otherFiles: readonly string[];
}

export function landingTable(source: string, role: string): string {
  return `landing.${source}__${role}`;
}

/** The column landing gets beside an encrypted one, and what a reader without the right to more is shown. */
export function maskColumn(column: string): string {
  return `${column}_masked`;
}

/** Fetched from where the last run ended: how much that is says nothing. */
export function bringsChanges({ cursor, request }: FileDefinition): boolean {
  if (cursor || request?.since) return true;
  return typeof request?.paging === 'object' && 'cursor' in request.paging && request.paging.cursor.keep;
}

export function hasPersonal(file: FileDefinition): boolean {
  return Object.keys(file.personal).length > 0;
}
