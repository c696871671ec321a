import type { HeatRow } from '../../charts/index.ts';
import type { RfmQuery, TierMigrationQuery } from '../../gql/graphql.ts';
import type { Lang, LocalizedText } from '../../metric/types.ts';

type Moves = TierMigrationQuery['tierMigration'];
type Segment = RfmQuery['rfm']['segments'][number];

interface Writer {
  count(n: number): string;
}

export interface Grid {
  columns: { key: string; label: string }[];
  rows: HeatRow[];
  most: number;
}

/** The usual order of tiers; others stand behind, by name. */
const order = ['basic', 'bronze', 'silver', 'gold', 'platinum', 'diamond'];
const place = (tier: string): number => (order.includes(tier) ? order.indexOf(tier) : order.length);

function tiersOf(moves: Moves): { value: string; label: LocalizedText }[] {
  const all = new Map(
    moves.flatMap(({ from, to }) => [from, to]).flatMap((tier) => (tier?.value ? [[tier.value, tier.label]] : [])),
  );
  return [...all]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => place(a.value) - place(b.value) || a.value.localeCompare(b.value));
}

/** From each tier, and from none, to each. Those who stayed are told in the row's note: they would drown the moves. */
export function tierGrid(
  moves: Moves,
  lang: Lang,
  words: { none: string; stayed(n: string): string },
  write: Writer,
): Grid {
  const tiers = tiersOf(moves);
  const froms = [...tiers.map(({ value, label }) => ({ value, name: label[lang] })), { value: '', name: words.none }];
  const rows = froms.map(({ value, name }): HeatRow => {
    const own = moves.filter(({ from }) => (from?.value ?? '') === value);
    const stayed = own.find(({ to }) => to.value === value)?.customers;
    return {
      key: value,
      label: name,
      note: stayed === undefined ? '' : words.stayed(write.count(stayed)),
      cells: tiers.map((tier) => {
        const moved = own.find(({ to }) => to.value === tier.value)?.customers ?? 0;
        return tier.value === value ? { value: null, sample: 0, future: true } : { value: moved, sample: moved };
      }),
    };
  });
  return { columns: tiers.map(({ value, label }) => ({ key: value, label: label[lang] })), rows, most: mostOf(rows) };
}

const fifths = [1, 2, 3, 4, 5];

const paidBy = (segments: readonly Segment[]): number =>
  segments.reduce((sum, each) => sum + Number(each.paid.amount), 0);

/** Frequency down, the most frequent first; recency across, the most recent last. In each cell its share of all that was paid. */
export function rfmGrid(
  segments: readonly Segment[],
  words: { row(n: number): string; column(n: number): string },
  write: Writer,
): Grid {
  const whole = paidBy(segments);
  const rows = fifths.toReversed().map((frequency): HeatRow => {
    const own = segments.filter((each) => each.frequency === frequency);
    return {
      key: String(frequency),
      label: words.row(frequency),
      note: write.count(own.reduce((sum, each) => sum + each.customers, 0)),
      cells: fifths.map((recency) => {
        const cell = own.find((each) => each.recency === recency);
        return { value: cell && whole > 0 ? Number(cell.paid.amount) / whole : null, sample: cell?.customers ?? 0 };
      }),
    };
  });
  const most = Math.max(0.01, ...rows.flatMap((row) => row.cells.map(({ value }) => value ?? 0)));
  return { columns: fifths.map((n) => ({ key: String(n), label: words.column(n) })), rows, most };
}

export interface SegmentSum {
  code: string;
  label: LocalizedText;
  customers: number;
  share: number;
  paid: { amount: number; currency: string };
}

/** The cells of one name together, those who brought most first. */
export function segmentSums(segments: readonly Segment[]): SegmentSum[] {
  return [...Map.groupBy(segments, ({ label }) => label.code)]
    .map(([code, own]) => ({
      code,
      label: own[0]?.label.label ?? { en: code, zh: code },
      customers: own.reduce((sum, each) => sum + each.customers, 0),
      share: own.reduce((sum, each) => sum + each.share, 0),
      paid: {
        amount: paidBy(own),
        currency: own[0]?.paid.currency ?? '',
      },
    }))
    .sort((a, b) => b.paid.amount - a.paid.amount);
}

const mostOf = (rows: readonly HeatRow[]): number =>
  Math.max(1, ...rows.flatMap((row) => row.cells.map(({ value }) => value ?? 0)));
