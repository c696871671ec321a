import type { HeatRow } from '../../charts/index.ts';
import type { BacklogQuery } from '../../gql/graphql.ts';
import type { Lang } from '../../metric/types.ts';

type Backlog = BacklogQuery['backlog'];

export const ages = [
  'UP_TO_4H',
  'UP_TO_24H',
  'UP_TO_3D',
  'UP_TO_7D',
  'OLDER',
] as const satisfies readonly Backlog[number]['bucket'][];

/** Channels down, most open first; ages across. Beside each channel how many are past a promise. */
export function backlogRows(backlog: Backlog, lang: Lang, write: { count(n: number): string }): HeatRow[] {
  const channels = [...Map.groupBy(backlog, (each) => each.channel.value ?? '')];
  const open = (own: Backlog): number => own.reduce((sum, each) => sum + each.open, 0);
  return channels
    .toSorted(([, a], [, b]) => open(b) - open(a))
    .map(([key, own]) => ({
      key,
      label: own[0]?.channel.label[lang] ?? '',
      note: write.count(own.reduce((sum, each) => sum + each.overdue, 0)),
      cells: ages.map((age) => {
        const cell = own.find((each) => each.bucket === age);
        return { value: cell?.open ?? 0, sample: cell?.open ?? 0 };
      }),
    }));
}

export const mostOpen = (rows: readonly HeatRow[]): number =>
  Math.max(1, ...rows.flatMap((row) => row.cells.map((cell) => cell.value ?? 0)));
