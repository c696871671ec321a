import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';

export interface Example {
  file: string;
  title: string;
  /** Root fields it asks for. */
  roots: ReadonlySet<string>;
}

/** The first line of an example: id · group · title · 标题. */
const titleOf = (text: string, file: string): string => /^# \S+ · \S+ · ([^·\n]+) ·/.exec(text)?.[1]?.trim() ?? file;

export function readExamples(directory: string): Example[] {
  const files = readdirSync(directory).filter((name) => name.endsWith('.graphql'));
  return files.toSorted(new Intl.Collator('en', { numeric: true }).compare).map((file) => {
    const text = readFileSync(join(directory, file), 'utf8');
    const operations = parse(text).definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
    const selected = operations.flatMap(({ selectionSet }) => selectionSet.selections);
    const roots = selected.flatMap((node) => (node.kind === Kind.FIELD ? [node.name.value] : []));
    return { file, title: titleOf(text, file), roots: new Set(roots) };
  });
}
