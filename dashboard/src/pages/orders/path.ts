import type { Dimension, JourneyOutcome, JourneyPath } from '../../gql/graphql.ts';

const keys = ['by', 'segment', 'delivery', 'voice', 'back', 'outcome'] as const;
type Key = (typeof keys)[number];

const partOf = (entry: string): [Key, string] | undefined => {
  const at = entry.indexOf(':');
  const key = keys.find((each) => each === entry.slice(0, at));
  return key && [key, entry.slice(at + 1)];
};

export const isPathPart = (entry: unknown): entry is string => typeof entry === 'string' && partOf(entry) !== undefined;

/** Orders by what they are at the stages of the journey, as the address of the list has them. */
export function journeyPath(entries: readonly string[] | undefined): JourneyPath | undefined {
  if (!entries || entries.length === 0) return undefined;
  const parts = new Map(entries.map(partOf).filter((part) => part !== undefined));
  const path: JourneyPath = {};
  for (const key of ['segment', 'delivery', 'voice', 'back'] as const) {
    const value = parts.get(key);
    if (value !== undefined) path[key] = value;
  }
  const [by, outcome] = [parts.get('by'), parts.get('outcome')];
  if (by) path.by = by as Dimension;
  if (outcome) path.outcome = outcome as JourneyOutcome;
  return path;
}

/** What each stage of it is called by: a slice of a dimension, or a code of a stage. */
export function pathSays(path: JourneyPath | undefined): { slice?: string; codes: string[] } {
  if (!path) return { codes: [] };
  const codes = [path.delivery, path.voice, path.back].filter((code): code is string => typeof code === 'string');
  return path.segment == null ? { codes } : { slice: `${path.by ?? 'FIRST_OR_REPEAT'}:${path.segment}`, codes };
}
