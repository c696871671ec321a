import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { IngestError } from '../errors/ingest-error.ts';
import { contractOf } from '../feeds/contracts.ts';
import { feedNames } from '../feeds/names.ts';
import { sourceDefinition, type SourceDefinition } from './definition.ts';
import { pushedDeclarations, pushedSql } from './pushed.ts';
import type { Source, SourceFeed } from './source.ts';
import { readText, SourceFile } from './yaml-file.ts';

/** Reads `source.yaml` and one `.sql` a feed; every error at once, each with its line. */
export function readSource(folder: string): Source {
  const file = SourceFile.in(folder);
  const definition = readDefinition(file);
  const { name, shop, files } = definition;
  const feeds = feedNames.flatMap((feed): SourceFeed[] => {
    const declared = definition.feeds[feed];
    if (!declared) return [];
    if (definition.push) {
      const sql = pushedSql(definition.name, contractOf(feed));
      return [{ ...declared, feed, sql, sqlFile: `${basename(folder)}/${feed}`, reads: [feed] }];
    }
    const sqlFile = `${basename(folder)}/${feed}.sql`;
    const path = join(folder, `${feed}.sql`);
    if (!existsSync(path)) throw missingSql(file, feed, sqlFile);
    const sql = readText(path, sqlFile).trimEnd().replace(/;$/, '');
    return [{ ...declared, feed, sql, sqlFile, reads: rolesRead(sql, sqlFile, definition, declared.from) }];
  });
  return {
    name,
    folder,
    shop,
    zone: definition.zone ?? shop.zone,
    files,
    feeds,
    schedule: definition.schedule ?? null,
    connection: definition.connection ?? null,
    preset: definition.preset,
    push: definition.push,
    contract: definition.contract,
    otherFiles: definition.otherFiles,
  };
}

function readDefinition(file: SourceFile): SourceDefinition {
  const parsed = sourceDefinition.safeParse(withPushed(file));
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.map((issue) => ({ line: lineOf(file, issue), text: sentenceOf(issue) }));
  throw file.refusal(mistakes, 'Correct the file and run "rapport source check".');
}

const notPushed = ['files', 'feeds', 'connection', 'schedule', 'preset'];

/** A source that is pushed to has every feed, each in the contract's own form. */
function withPushed(file: SourceFile): unknown {
  const value = file.value as Record<string, unknown>;
  if (typeof file.value !== 'object' || value['push'] !== true) return file.value;
  const mistakes = notPushed
    .filter((key) => key in value)
    .map((key) => ({ line: file.lineOf([key]), text: `${key}: a source with "push: true" has none` }));
  if (mistakes.length > 0) throw file.refusal(mistakes, 'Take them out, or make a source of its own of them.');
  return { ...value, ...pushedDeclarations() };
}

/** A key that is not known has a line of its own. */
function lineOf(file: SourceFile, issue: z.core.$ZodIssue): number {
  const [unknown] = issue.code === 'unrecognized_keys' ? issue.keys : [];
  return file.lineOf(unknown === undefined ? issue.path : [...issue.path, unknown]);
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.') || 'the file'}: ${issue.message}`;
}

function missingSql(file: SourceFile, feed: string, sqlFile: string): IngestError {
  const text = `feeds.${feed}: ${sqlFile} is missing, though the feed is declared here`;
  return file.refusal([{ line: file.lineOf(['feeds', feed]), text }], 'Write it, or take the feed out.');
}

/** The SQL itself says what it reads; nothing else has to be kept in step with it. */
function rolesRead(sql: string, sqlFile: string, definition: SourceDefinition, from: string): string[] {
  const refused = (problem: string, at: number | null = null) =>
    new IngestError('feed_sql', { file: sqlFile, ...placeIn(sql, at), problem });
  if (sql.trim() === '') throw refused('the file is empty: it must be one SELECT.', 0);
  const mentioned = [...sql.matchAll(/\blanding\.([a-z0-9_]+?)__([a-z0-9_]+)/g)];
  for (const { 0: table, 1: source, 2: role, index } of mentioned) {
    if (source === definition.name && definition.files[role ?? '']) continue;
    const known = Object.keys(definition.files).map((one) => `landing.${definition.name}__${one}`);
    throw refused(`${table} is no landing table of this source; there are ${known.join(', ')}.`, index);
  }
  const roles = [...new Set(mentioned.map(([, , role]) => role ?? ''))];
  if (!roles.includes(from)) {
    throw refused(`it does not read landing.${definition.name}__${from}, which source.yaml names as its "from".`);
  }
  const changing = mentioned.find(([, , role]) => role !== from && definition.files[role ?? '']?.delivery === 'delta');
  if (changing) {
    throw refused(
      `it joins ${changing[0]}, which is delivered as delta: only its newest rows would be there, and the others would join nothing. Deliver it as snapshot, or make it a feed of its own and name its rows by reference.`,
      changing.index,
    );
  }
  return roles;
}

/** Line and column of a place in a text, from 1, in characters as a person counts them. */
export function placeIn(text: string, at: number | null): { line: number | null; column: number | null } {
  if (at === null) return { line: null, column: null };
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
}
