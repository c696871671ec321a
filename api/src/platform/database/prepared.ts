import { createHash } from 'node:crypto';

/** Prepared statements stay on their connection until it is closed: of more texts than this, the later ones are planned each time. */
const MOST = 400;
/** A text that comes again and again is worth a plan of its own. */
const OFTEN = 3;
/** Readers name their statements; what metrics are asked with is planned for its own days each time. */
const OF_A_READER = /^\/\* (?!data version)[a-z]/;

const seen = new Map<string, number>();
const names = new Map<string, string>();

/**
 * The name under which PostgreSQL keeps the plan of this text; none: it is planned anew. A page of orders with all that hangs on them
 * takes longer to plan than to read.
 */
export function preparedName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || !OF_A_READER.test(text)) return known;
  const times = (seen.get(text) ?? 0) + 1;
  if (times < OFTEN || names.size >= MOST) {
    if (seen.size >= 4 * MOST) seen.clear();
    seen.set(text, times);
    return undefined;
  }
  seen.delete(text);
  const name = `r_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  names.set(text, name);
  return name;
}
