import type { QuarantineWhere, RefusedSelection } from '../../gql/graphql.ts';
import type { QuarantineSearch } from './search.ts';

/** Refused rows of one feed that share a reason. */
export interface ReasonGroup {
  source: string;
  feed: string;
  rows: number;
  reason: { code: string };
}

/** Stands in the address for all reasons together. */
export const EVERY = 'every';

export const keyOf = ({ source, feed, reason }: ReasonGroup): string => `${source}/${feed}/${reason.code}`;

/** Those the address asks for, most rows first; sources of another shop are left to that shop's page. */
export function shownReasons<Group extends ReasonGroup>(
  groups: readonly Group[],
  { source, feed, reason }: QuarantineSearch,
  elsewhere: ReadonlySet<string>,
): Group[] {
  return groups
    .filter((group) => !elsewhere.has(group.source))
    .filter((group) => source === undefined || group.source === source)
    .filter((group) => feed === undefined || group.feed === feed)
    .filter((group) => reason === undefined || group.reason.code === reason)
    .toSorted((a, b) => b.rows - a.rows);
}

/** Whose rows are listed; undefined: those of every reason. An address whose reason is gone opens the first. */
export const openGroup = <Group extends ReasonGroup>(
  groups: readonly Group[],
  open: string | undefined,
): Group | undefined => (open === EVERY ? undefined : (groups.find((group) => keyOf(group) === open) ?? groups[0]));

export function whereOf(
  { source, feed, reason, run, state, record, text }: QuarantineSearch,
  group: ReasonGroup | undefined,
): QuarantineWhere {
  return {
    source: group?.source ?? source ?? null,
    feed: group?.feed ?? feed ?? null,
    reason: group?.reason.code ?? reason ?? null,
    state: state ?? 'WAITING',
    runId: run ?? null,
    recordId: record ?? null,
    text: text ?? null,
  };
}

/**
 * What an operator's action is done with: the rows that were ticked, else the whole reason, else, where the list was narrowed
 * further than a reason can be, the rows that are shown.
 */
export function selectionOf(
  search: QuarantineSearch,
  group: ReasonGroup | undefined,
  ticked: ReadonlySet<string>,
  shown: readonly string[],
): { selection: RefusedSelection; rows: number } {
  const among = shown.filter((id) => ticked.has(id));
  if (among.length > 0) return { selection: { ids: among }, rows: among.length };
  const narrowed = search.run !== undefined || search.record !== undefined || search.text !== undefined;
  if (!group || narrowed) return { selection: { ids: [...shown] }, rows: shown.length };
  const { source, feed, reason } = group;
  return { selection: { source, feed, reason: reason.code }, rows: group.rows };
}
