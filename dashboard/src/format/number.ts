import type { Lang } from './lang.ts';

/** Digits and the word that scales them, apart: a tile sets the word smaller than the digits. */
export interface Scaled {
  digits: string;
  scale: string;
}

const MINUS = '−';
const MILLION = 1_000_000;

const decimalFormats = new Map<number, Intl.NumberFormat>();
const percentFormats = new Map<number, Intl.NumberFormat>();

function decimalFormat(decimals: number): Intl.NumberFormat {
  const known = decimalFormats.get(decimals);
  if (known) return known;
  const made = new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  decimalFormats.set(decimals, made);
  return made;
}

function percentFormat(decimals: number): Intl.NumberFormat {
  const known = percentFormats.get(decimals);
  if (known) return known;
  const options = { style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals } as const;
  const made = new Intl.NumberFormat('en-US', options);
  percentFormats.set(decimals, made);
  return made;
}

/** Hyphens become the true minus; a value that rounds to nothing loses its sign ("−0.0" says a fall that is not there). */
function signed(digits: string): string {
  if (!digits.startsWith('-')) return digits;
  return /[1-9]/.test(digits) ? MINUS + digits.slice(1) : digits.slice(1);
}

/** Grouped digits with a fixed number of decimals: 18,799 · −3.0. Groups are of three in both languages, as the mock-ups set them. */
export function plain(value: number, decimals = 0): string {
  return signed(decimalFormat(decimals).format(value));
}

/** The digits of a share 0..1 in percent, without the sign: 0.942 → 94.2. */
export function percentDigits(share: number, decimals: number): string {
  return signed(percentFormat(decimals).format(share).replace('%', ''));
}

interface Step {
  size: number;
  word: string;
  decimals: (scaled: number) => number;
}

const threeSignificant = (scaled: number): number => (scaled < 9.995 ? 2 : scaled < 99.95 ? 1 : 0);

const STEPS: Record<Lang, readonly Step[]> = {
  en: [
    { size: 1_000_000, word: 'M', decimals: threeSignificant },
    { size: 1_000_000_000, word: 'B', decimals: threeSignificant },
  ],
  zh: [
    { size: 10_000, word: '万', decimals: () => 1 },
    { size: 100_000_000, word: '亿', decimals: (scaled) => (scaled < 99.995 ? 2 : 1) },
  ],
};

const roundTo = (value: number, decimals: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals;

/** The step whose *rounded* figure fits: 999,999,999 is 1.00B, never 1,000M; 99,999,999 is 1.00 亿, never 10,000.0 万. */
function stepFor(magnitude: number, lang: Lang): Step | undefined {
  const steps = STEPS[lang];
  return steps.findLast((step, index) => {
    if (index === 0) return true;
    const below = steps[index - 1] as Step;
    const scaled = magnitude / below.size;
    return roundTo(scaled, below.decimals(scaled)) * below.size >= step.size;
  });
}

/** Every digit up to a million (it is a count one can check), then K/M/B in English and 万/亿 in Chinese. */
export function grouped(value: number, lang: Lang, decimals = 0): Scaled {
  const magnitude = Math.abs(value);
  if (roundTo(magnitude, decimals) < MILLION) return { digits: plain(value, decimals), scale: '' };
  const step = stepFor(magnitude, lang);
  if (!step) return { digits: plain(value, decimals), scale: '' };
  const scaled = value / step.size;
  return { digits: plain(scaled, step.decimals(Math.abs(scaled))), scale: step.word };
}

const AXIS_STEPS: Record<Lang, readonly { size: number; word: string }[]> = {
  en: [
    { size: 1_000, word: 'K' },
    { size: 1_000_000, word: 'M' },
    { size: 1_000_000_000, word: 'B' },
  ],
  zh: [
    { size: 10_000, word: '万' },
    { size: 100_000_000, word: '亿' },
  ],
};

/** One scale for a whole axis, chosen by its largest tick: 0 · 10K · 20K; below ten thousand every digit is kept. */
export function axisScale(largest: number, lang: Lang): { size: number; word: string } {
  const whole = { size: 1, word: '' };
  if (Math.abs(largest) < 10_000) return whole;
  return AXIS_STEPS[lang].findLast((step) => Math.abs(largest) >= step.size) ?? whole;
}

/** The fewest decimals that tell all ticks apart exactly. */
export function tickDecimals(values: readonly number[]): number {
  const enough = [0, 1, 2, 3].find((decimals) =>
    values.every((value) => Math.abs(roundTo(value, decimals) - value) < 1e-9),
  );
  return enough ?? 3;
}
