import type { FileDefinition } from '../source/definition.ts';
import { hasPersonal } from '../source/source.ts';
import { isUnmapped, titleOf } from '../splitter/header.ts';
import { isOfLanding } from '../source/file-definition.ts';

const MAX_NAME_BYTES = 63;

/** A column of a file that source.yaml does not know. */
export interface Undeclared {
  title: string;
  /** Its place in the header. */
  at: number;
  /** Its column in landing, where it may be landed. */
  column: string | null;
}

/** Of a file with personal columns an unknown one may be another: it is not landed, since nobody said how to seal it. */
export function undeclaredColumns(definition: FileDefinition, header: readonly string[]): Undeclared[] {
  const ignored = new Set(definition.ignored);
  const lands = definition.contract.columns === 'evolve' && !hasPersonal(definition);
  return header.flatMap((name, at) => {
    const title = isUnmapped(name) ? titleOf(name) : null;
    if (title === null || ignored.has(title)) return [];
    return [{ title, at, column: lands && canBeColumn(title, definition) ? title : null }];
  });
}

function canBeColumn(title: string, { columns }: FileDefinition): boolean {
  return title !== '' && Buffer.byteLength(title) <= MAX_NAME_BYTES && !columns[title] && !isOfLanding(title);
}

/** The first undeclared column in which a record has a value. */
export function firstUndeclared(
  undeclared: readonly Undeclared[],
  fields: readonly string[],
  { missing }: FileDefinition,
): Undeclared | null {
  return undeclared.find(({ at }) => hasValue(fields[at], missing)) ?? null;
}

export function hasValue(text: string | undefined, missing: readonly string[]): boolean {
  return text !== undefined && text !== '' && !missing.includes(text);
}
