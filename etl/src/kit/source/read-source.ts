import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { IngestError } from '../errors/ingest-error.ts';
import { feedNames } from '../feeds/names.ts';
import { sourceDefinition, type SourceDefinition } from './definition.ts';
import type { Source, SourceFeed } from './source.ts';

/** Reads `source.yaml` and one `.sql` a feed; every error at once, each with its line. */
export function readSource(folder: string): Source {
  const definition = readDefinition(folder);
  const { name, shop, files } = definition;
  const feeds = feedNames.flatMap((feed): SourceFeed[] => {
    const declared = definition.feeds[feed];
    if (!declared) return [];
    const sqlFile = `${basename(folder)}/${feed}.sql`;
    const sql = readSql(join(folder, `${feed}.sql`), sqlFile);
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
  };
}

function readDefinition(folder: string): SourceDefinition {
  const file = `${basename(folder)}/source.yaml`;
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(join(folder, 'source.yaml'), 'utf8'), { lineCounter: lines });
  const mistake = document.errors[0];
  if (mistake) {
    const line = lines.linePos(mistake.pos[0]).line;
    throw new IngestError('source_definition', {
      file,
      line,
      problem: mistake.message.split('\n')[0] ?? '',
      remedy: 'Mend the YAML.',
    });
  }
  const parsed = sourceDefinition.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => ({
    line: lineOf(document, lines, issue.path),
    text: sentenceOf(issue),
  }));
  throw new IngestError('source_definition', {
    file,
    line: problems[0]?.line ?? null,
    problem: problems.map(({ text }, at) => (at === 0 ? text : `line ${problems[at]?.line}: ${text}`)).join('; '),
    remedy: 'Correct the file and run "rapport source check".',
  });
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.') || 'the file'}: ${issue.message}`;
}

/** The line of the deepest part of the path that is in the file. */
function lineOf(document: Document, lines: LineCounter, path: PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function readSql(path: string, sqlFile: string): string {
  try {
    return readFileSync(path, 'utf8').trim().replace(/;$/, '');
  } catch {
    throw new IngestError('source_definition', {
      file: sqlFile,
      line: null,
      problem: 'the file is missing, though source.yaml declares the feed',
      remedy: 'Write it, or take the feed out of source.yaml.',
    });
  }
}

/** The SQL itself says what it reads; nothing else has to be kept in step with it. */
function rolesRead(sql: string, sqlFile: string, definition: SourceDefinition, from: string): string[] {
  const mentioned = [...sql.matchAll(/\blanding\.([a-z0-9_]+?)__([a-z0-9_]+)/g)];
  for (const [table, source, role] of mentioned) {
    if (source !== definition.name || !definition.files[role ?? '']) {
      const known = Object.keys(definition.files).map((one) => `landing.${definition.name}__${one}`);
      throw new IngestError('feed_sql', {
        file: sqlFile,
        line: null,
        problem: `${table} is no landing table of this source; there are ${known.join(', ')}.`,
      });
    }
  }
  const roles = [...new Set(mentioned.map(([, , role]) => role ?? ''))];
  if (!roles.includes(from)) {
    throw new IngestError('feed_sql', {
      file: sqlFile,
      line: null,
      problem: `it does not read landing.${definition.name}__${from}, which source.yaml names as its "from".`,
    });
  }
  const changing = roles.find((role) => role !== from && definition.files[role]?.delivery === 'delta');
  if (changing) {
    throw new IngestError('feed_sql', {
      file: sqlFile,
      line: null,
      problem: `it joins landing.${definition.name}__${changing}, which is delivered as delta: only its newest rows would be there, and the others would join nothing. Deliver it as snapshot, or make it a feed of its own and name its rows by reference.`,
    });
  }
  return roles;
}
