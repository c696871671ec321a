import type { Formatter } from '../../format/index.ts';
import { words } from '../words.ts';

/** Something that happened while the figures were made: told beside them, never part of them. */
export interface Happening {
  kind: 'EVENT' | 'INITIATIVE' | 'NOTE';
  code: string;
  label: string;
  /** Kind of event, claim of an initiative, author of a note. */
  detail: string | null;
  from: string;
  /** Null: it goes on. */
  to: string | null;
  /** On charts of this metric alone; null: on all. */
  metric: string | null;
  /** Of an initiative: whether it worked, once it is known. */
  verdict?: string | undefined;
}

/** Those that touch the days, and are about one of the metrics or about any. An initiative stands on every chart: it moves more than it aims at. */
export function happeningsIn(
  all: readonly Happening[],
  { from, to }: { from: string; to: string },
  metrics: readonly string[],
): Happening[] {
  return all.filter(
    (one) =>
      one.from <= to &&
      (one.to ?? to) >= from &&
      (one.kind !== 'NOTE' || one.metric === null || metrics.includes(one.metric)),
  );
}

/** "11 Nov – 13 Nov 2025: Double 11 (Promotion)". */
export function happeningText({ label, detail, from, to }: Happening, format: Formatter): string {
  const days = to === null ? `${format.day(from)} –` : format.dayRange(from, to);
  const [open, close, colon] = format.lang === 'zh' ? ['（', '）', '：'] : [' (', ')', ': '];
  return `${days}${colon}${label}${detail ? `${open}${detail}${close}` : ''}`;
}

/** With the verdict behind it. */
export function happeningWhole(one: Happening, format: Formatter): string {
  const text = happeningText(one, format);
  return one.verdict === undefined ? text : `${text}${format.lang === 'zh' ? '；' : '; '}${one.verdict}`;
}

/** What a bucket's row says of them: one that goes on is named where it begins, not on every row after. */
export function namesIn(all: readonly Happening[], bucket: { bucket: string; bucketEnd: string }): string {
  return all
    .filter(({ from, to }) => from <= bucket.bucketEnd && (to ?? from) >= bucket.bucket)
    .map(({ label }) => label)
    .join('; ');
}

export interface Cluster {
  x: number;
  happenings: Happening[];
}

/** Marks nearer to each other than this would hide one another: they become one that counts them. */
const APART = 13;

export function clustered(placed: readonly { x: number; happening: Happening }[]): Cluster[] {
  const clusters: Cluster[] = [];
  for (const { x, happening } of placed.toSorted((a, b) => a.x - b.x)) {
    const last = clusters.at(-1);
    if (last && x - last.x < APART) last.happenings.push(happening);
    else clusters.push({ x, happenings: [happening] });
  }
  return clusters;
}

export const kindWords = { EVENT: words.event, INITIATIVE: words.initiative, NOTE: words.note } as const;
