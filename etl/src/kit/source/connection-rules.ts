import type { z } from 'zod';
import type { ConnectionDefinition } from './connection-definition.ts';
import type { fileDefinition } from './file-definition.ts';
import { formatOf, withoutPacking } from './file-definition.ts';

type Declared = z.infer<typeof fileDefinition>;
type Mistake = [path: string[], message: string];

/** What fills each role, and what it is called, must fit the connection. */
export function* supplyMistakes(
  connection: ConnectionDefinition | undefined,
  files: Record<string, Declared>,
): Generator<Mistake> {
  for (const [role, file] of Object.entries(files)) {
    const at = (key: string) => ['files', role, key];
    const own = (['query', 'table', 'request'] as const).filter((key) => file[key] !== undefined);
    const [first, second] = own;
    if (file.bundled && first) yield [at(first), 'a bundled file is filled by nothing else'];
    if (second) yield [at(second), `"${first}" fills it already`];
    if (!connection) {
      if (first) yield [at(first), 'the source has no connection to take it from'];
      continue;
    }
    if (file.bundled) continue;
    if (!first) {
      const shared = Object.entries(files).some(
        ([other, { request, file: name }]) => other !== role && request && name === file.file,
      );
      if (!shared)
        yield [['files', role], `nothing fills it: ${connection.http ? 'a request' : 'a table or query'} is needed`];
      continue;
    }
    if (connection.postgres && first === 'request')
      yield [at('request'), 'the connection is PostgreSQL: a table or query fills it'];
    if (connection.http && first !== 'request') yield [at(first), 'the connection is HTTP: a request fills it'];
    yield* spoolMistakes(connection, file).map(([key, message]): Mistake => [at(key), message]);
    yield* (connection.http ? requestMistakes(file) : tableMistakes(file)).map(([key, message]): Mistake => [
      at(key),
      message,
    ]);
  }
}

function spoolMistakes({ http }: ConnectionDefinition, file: Declared): [key: string, message: string][] {
  const wanted = http ? 'ndjson' : 'csv';
  if (
    formatOf(file) !== wanted ||
    withoutPacking(file.file) !== file.file ||
    file.file.includes('*') ||
    /[/\\]/.test(file.file)
  )
    return [['file', `must be one ${wanted} file such as orders.${wanted}`]];
  if (file.delimiter && file.delimiter !== ',') return [['delimiter', 'the file is written with commas']];
  return file.encoding && file.encoding !== 'utf-8' ? [['encoding', 'the file is written in UTF-8']] : [];
}

function requestMistakes({ request, delivery, cursor, key, deletes }: Declared): [key: string, message: string][] {
  const found: [string, string][] = [];
  const kept =
    request?.since !== undefined ||
    (typeof request?.paging === 'object' && 'cursor' in request.paging && request.paging.cursor.keep);
  if (kept && delivery !== 'delta') found.push(['request', 'asks for changes only: write delivery: delta']);
  if (cursor) found.push(['cursor', 'is of tables; a request has since, or paging with keep: true']);
  if (key) found.push(['key', 'is of tables; a request has id']);
  if (deletes !== 'none') found.push(['deletes', 'is of tables; a delta has tombstone']);
  if (request && typeof request.paging === 'object' && 'cursor' in request.paging) {
    const { keep, param } = request.paging.cursor;
    if (keep && request.since) found.push(['request', 'since and a kept cursor are two answers to one question']);
    if (keep && !param) found.push(['request', 'a kept cursor needs its param']);
  }
  return found;
}

function tableMistakes({
  table,
  delivery,
  cursor,
  key,
  deletes,
  tombstone,
  columns,
  personal,
}: Declared): [key: string, message: string][] {
  const found: [string, string][] = [];
  if (cursor && delivery !== 'delta') found.push(['cursor', 'brings changes only: write delivery: delta']);
  if (cursor?.column === 'xmin' && !table) found.push(['cursor', 'xmin is of a table; a query has columns of its own']);
  if (deletes === 'snapshot') {
    if (delivery !== 'delta') found.push(['deletes', 'of a snapshot, what it lacks is gone anyway']);
    if (!key) found.push(['deletes', 'needs key, the columns that tell the rows apart']);
    if (tombstone) found.push(['deletes', 'one of deletes: snapshot and tombstone']);
  }
  for (const name of key ?? []) {
    if (!columns[name]) found.push(['key', `"${name}" is not declared under columns`]);
    else if (personal[name]) found.push(['key', `"${name}" is personal: keys are remembered as they are`]);
  }
  return found;
}
