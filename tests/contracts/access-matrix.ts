import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../runner/command.ts';
import { roles, type Role } from './client.ts';
import type { Walked } from './every-field.ts';

/** docs/api/access.md as it is committed: who may see a root field, a type, a field with a rule of its own. */
function readMatrix(): Map<string, Set<Role>> {
  const text = readFileSync(join(root, 'docs', 'api', 'access.md'), 'utf8');
  const lines = text.split('\n').map((line) => line.split('|').map((part) => part.trim()));
  const head = lines.find(([, first]) => first === 'root field');
  if (!head) throw new Error('docs/api/access.md has no table of root fields.');
  const columns = head.map((name) => roles.find((role) => role === name));
  const known = lines.filter((parts) => parts.length > roles.length && /^[A-Z]\w+(\.\w+)?$/.test(parts[1] ?? ''));
  return new Map(
    known.map((parts) => [
      parts[1]!,
      new Set(columns.flatMap((role, index) => (role && parts[index] === 'yes' ? [role] : []))),
    ]),
  );
}

export const matrix = readMatrix();

const allowed = (name: string, role: Role): boolean => matrix.get(name)?.has(role) ?? false;

/** A field is asked for through a root field and the types on the way, and may have a rule of its own. */
export function mayAsk(role: Role, { root: field, types, path }: Walked): boolean {
  const byRoot = allowed(`Query.${field}`, role) || allowed(`Mutation.${field}`, role);
  return byRoot && types.every((type) => allowed(type, role)) && (!matrix.has(path) || allowed(path, role));
}
