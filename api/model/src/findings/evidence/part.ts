import type { Interval, MetricHead } from '../../metrics/index.ts';
import type { LocalizedText } from '../../vocabulary/index.ts';
import { differenceText, rangeText, type InitiativeFinding } from '../initiatives/index.ts';
import type { ClaimedSize, EvidencePart, EvidenceSide, EvidenceVerdict } from './answer.ts';

const both = (en: string, zh: string): LocalizedText => ({ en, zh });

export const empty = (title: LocalizedText, kind: EvidencePart['kind'], why: LocalizedText): EvidencePart => ({
  title,
  metric: null,
  kind,
  verdict: 'CANNOT_TELL',
  claimed: null,
  claimedSize: null,
  value: null,
  interval: null,
  relative: null,
  relativeInterval: null,
  these: null,
  those: null,
  initiative: null,
  sentence: why,
  caveat: null,
});

/** Claims are round figures: “about 40 %” holds 36 to 44. */
const ABOUT = 0.1;

export function sizeOf(claimed: number | null, interval: Pick<Interval, 'low' | 'high'> | null): ClaimedSize | null {
  if (claimed === null || !interval) return null;
  const [low, high] = [claimed * (1 - ABOUT), claimed * (1 + ABOUT)].toSorted((a, b) => a - b);
  if (interval.high < (low ?? 0)) return 'SMALLER_HERE';
  return interval.low > (high ?? 0) ? 'LARGER_HERE' : 'WITHIN';
}

/** A difference points the way of the claim, the other way, or neither. */
export function directionOf(interval: Pick<Interval, 'low' | 'high'> | null, wanted: 1 | -1): EvidenceVerdict {
  if (!interval) return 'CANNOT_TELL';
  const [low, high] = wanted > 0 ? [interval.low, interval.high] : [-interval.high, -interval.low];
  if (low > 0) return 'SUPPORTED';
  return high < 0 ? 'NOT_SUPPORTED' : 'CANNOT_TELL';
}

interface Apart {
  value: number;
  interval: Interval | null;
  relative: number | null;
  relativeInterval: Interval | null;
}

interface Compared {
  title: LocalizedText;
  metric: MetricHead | null;
  these: EvidenceSide;
  those: EvidenceSide;
  apart: Apart | null;
  claimed: number | null;
  /** The direction that the claim calls better. */
  wanted?: 1 | -1;
  kind?: 'ASSOCIATION' | 'TREND';
  caveat?: LocalizedText | null;
}

export const shareText = (share: number): string => `${(share * 100).toFixed(1)}%`;

export function percentText(share: number, decimals = 0): string {
  const text = (share * 100).toFixed(decimals);
  return Number(text) === 0
    ? `${Math.abs(Number(text)).toFixed(decimals)}%`
    : `${share > 0 ? '+' : ''}${text}%`.replace('-', '−');
}

const tooFew = both('Too few rows on one of the two sides to compare.', '对比的一方样本太少，无法比较。');

function comparedSentence({ metric, these, those, apart }: Compared): LocalizedText {
  if (!metric || !apart?.interval) return tooFew;
  const [size, range] = [differenceText(metric, apart.value), rangeText(metric, apart.interval)];
  const relative =
    apart.relative === null
      ? both('', '')
      : both(`, ${percentText(apart.relative)} relative`, `，相对 ${percentText(apart.relative)}`);
  return both(
    `${metric.title.en}: ${these.label.en} against ${those.label.en}, ${size.en} (95% interval ${range.en})${relative.en}.`,
    `${metric.title.zh}：${these.label.zh}相比${those.label.zh}，${size.zh}（95% 区间 ${range.zh}）${relative.zh}。`,
  );
}

/** Two groups of customers, orders or days side by side. */
export function compared(asked: Compared): EvidencePart {
  const { title, metric, these, those, apart, claimed, wanted = 1, kind = 'ASSOCIATION', caveat = null } = asked;
  const claimedSize = sizeOf(claimed, apart?.relativeInterval ?? null);
  const direction = directionOf(apart?.interval ?? null, wanted);
  return {
    ...empty(title, kind, comparedSentence(asked)),
    metric,
    // No direction is told, but nothing of the claimed size is there either.
    verdict: direction === 'CANNOT_TELL' && claimedSize === 'SMALLER_HERE' ? 'NOT_SUPPORTED' : direction,
    claimed,
    claimedSize,
    value: apart?.value ?? null,
    interval: apart?.interval ?? null,
    relative: apart?.relative ?? null,
    relativeInterval: apart?.relativeInterval ?? null,
    these,
    those,
    caveat,
  };
}

const sideOf = (
  label: LocalizedText,
  measured: { value: number; numerator: number | null; rows: number } | null,
): EvidenceSide | null =>
  measured && { label, value: measured.value, numerator: measured.numerator, denominator: measured.rows, rows: null };

/** What a programme changed. `wanted`: the direction that the claim calls better. */
export function ofInitiative(
  title: LocalizedText,
  finding: InitiativeFinding,
  claimed: number | null,
  wanted: 1 | -1 = 1,
): EvidencePart {
  const { verdict, metric, horizons, initiative, sentence, remedy } = finding;
  const [whole] = horizons;
  const found: EvidenceVerdict =
    verdict === 'EFFECT'
      ? directionOf(whole?.interval ?? null, wanted)
      : verdict === 'NO_EFFECT'
        ? 'NOT_SUPPORTED'
        : 'CANNOT_TELL';
  return {
    ...empty(title, 'EFFECT', sentence),
    metric,
    verdict: found,
    claimed,
    claimedSize: verdict === 'CANNOT_TELL' ? null : sizeOf(claimed, whole?.relativeInterval ?? null),
    value: whole?.effect ?? null,
    interval: whole?.interval ?? null,
    relative: whole?.relative ?? null,
    relativeInterval: whole?.relativeInterval ?? null,
    these: sideOf(both('Reached, since the start', '实施分组（启动后）'), whole?.treatedAfter ?? null),
    those: sideOf(both('Reached, before', '实施分组（启动前）'), whole?.treatedBefore ?? null),
    initiative: initiative.code,
    caveat: remedy,
  };
}

/** Of several parts, what the whole claim comes to; what stands beside a claim of some size does not decide it. */
export function verdictOf(parts: readonly EvidencePart[]): EvidenceVerdict {
  const claims = parts.filter(({ claimed }) => claimed !== null);
  const found = new Set((claims.length > 0 ? claims : parts).map(({ verdict }) => verdict));
  if (found.has('MIXED') || (found.has('SUPPORTED') && found.has('NOT_SUPPORTED'))) return 'MIXED';
  if (found.has('SUPPORTED')) return 'SUPPORTED';
  return found.has('NOT_SUPPORTED') ? 'NOT_SUPPORTED' : 'CANNOT_TELL';
}
