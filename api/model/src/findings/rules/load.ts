import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { ruleSet, type RuleSet } from './grammar.ts';

const SHIPPED = join(import.meta.dirname, 'sets');

/** What is wrong with the rule sets of a folder: every mistake, by file and field. */
export class RuleSetError extends Error {
  override readonly name = 'RuleSetError';

  constructor(readonly mistakes: readonly string[]) {
    super(
      `The rule sets cannot be used:\n${mistakes.map((mistake) => `  ${mistake}`).join('\n')}\n  → docs/recipes/add-a-rule-set.md explains every field.`,
    );
  }
}

function read(folder: string, name: string, mistakes: string[]): RuleSet | null {
  const document = parseDocument(readFileSync(join(folder, name), 'utf8'));
  if (document.errors.length > 0) {
    for (const { message, linePos } of document.errors)
      mistakes.push(`${name}, line ${linePos?.[0].line ?? '?'}: ${message.split('\n')[0]}`);
    return null;
  }
  const parsed = ruleSet.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues)
    mistakes.push(`${name}, ${path.join('.') || 'the whole file'}: ${message}`);
  return null;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.(ya?ml|json)$/.test(name))
      .toSorted();
  } catch {
    throw new RuleSetError([`There is no folder ${folder}. Make it, or unset RAPPORT_RULES.`]);
  }
}

/**
 * The rule sets of the product and those of a shop's own folder, by their ids. One of a shop's own that has the id of another takes
 * its place. Every mistake of every file is reported at once.
 */
export function loadRuleSets(own: string | null = null): RuleSet[] {
  const sets = new Map<string, RuleSet>();
  const mistakes: string[] = [];
  for (const folder of own === null ? [SHIPPED] : [SHIPPED, own]) {
    const here = new Map<string, string>();
    for (const name of namesIn(folder)) {
      const found = read(folder, name, mistakes);
      if (!found) continue;
      const other = here.get(found.id);
      if (other) mistakes.push(`${name}, id: “${found.id}” is the id of ${other} as well`);
      here.set(found.id, name);
      sets.set(found.id, found);
    }
  }
  if (mistakes.length > 0) throw new RuleSetError(mistakes);
  return [...sets.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
