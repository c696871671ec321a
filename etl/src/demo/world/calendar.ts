import { Wheel } from './dice.ts';
import { LAST_DAY } from '../truths.ts';

// A day is its number since 1970 on the shop's wall clock, a moment its second: the generator never meets a time zone.
export const DAY = 86_400;

export function dayOf(text: string): number {
  return Math.floor(Date.parse(`${text}T00:00:00Z`) / 86_400_000);
}

const dayTexts = new Map<number, string>();
export function dayText(day: number): string {
  let text = dayTexts.get(day);
  if (text === undefined) {
    text = new Date(day * 86_400_000).toISOString().slice(0, 10);
    dayTexts.set(day, text);
  }
  return text;
}

const two = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));
export function momentText(moment: number): string {
  const day = Math.floor(moment / DAY);
  const second = moment - day * DAY;
  return `${dayText(day)} ${two[Math.floor(second / 3600)]}:${two[Math.floor(second / 60) % 60]}:${two[second % 60]}`;
}

/** As carriers write it: with the shop's offset. */
export function offsetText(moment: number): string {
  return `${momentText(moment).replace(' ', 'T')}+08:00`;
}

/** As software abroad writes it: in UTC. The shop keeps China's one time, eight hours ahead. */
export function utcText(moment: number): string {
  return `${momentText(moment - 8 * 3600).replace(' ', 'T')}Z`;
}

/** Milliseconds since 1970, as web logs count. */
export function epochMs(moment: number): number {
  return (moment - 8 * 3600) * 1000;
}

// First days of the lunar year.
export const SPRING_FESTIVALS = ['2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17'].map(dayOf);

function toSpringFestival(day: number): number {
  let nearest = Infinity;
  for (const festival of SPRING_FESTIVALS) if (Math.abs(day - festival) < Math.abs(nearest)) nearest = day - festival;
  return nearest;
}

const WEEKDAY = [1.12, 1, 0.98, 0.95, 0.96, 0.98, 1.1]; // Sunday first
const MONTH = [1, 0.95, 1, 0.98, 1, 1, 0.94, 0.95, 1.02, 1.03, 1.06, 1.05];

function eventWeight(day: number): number {
  const date = dayText(day).slice(5);
  const lunar = toSpringFestival(day);
  if (date === '11-11') return 8;
  if (date === '11-12') return 2.2;
  if (date >= '11-01' && date <= '11-10') return 1.35;
  if (date === '06-18') return 4.5;
  if (date >= '06-10' && date <= '06-17') return 1.3;
  if (date === '12-12') return 2.4;
  if (lunar >= -3 && lunar <= 6) return 0.3;
  if (lunar >= -14 && lunar <= -6) return 1.2;
  if (date >= '10-01' && date <= '10-07') return 0.85;
  return 1;
}

export function demand(day: number): number {
  const weekday = WEEKDAY[(day + 4) % 7] ?? 1;
  const month = MONTH[Number(dayText(day).slice(5, 7)) - 1] ?? 1;
  return weekday * month * eventWeight(day);
}

export function isPeak(day: number): boolean {
  const date = dayText(day).slice(5);
  const lunar = toSpringFestival(day);
  return (date >= '11-01' && date <= '11-13') || (date >= '06-16' && date <= '06-20') || (lunar >= -8 && lunar <= 6);
}

export function isSale(day: number): boolean {
  const date = dayText(day).slice(5);
  return date === '11-11' || date === '06-18' || date === '12-12';
}

// The months that end with LAST_DAY; more than four years would need earlier lunar dates.
export class Season {
  readonly first: number;
  readonly last = dayOf(LAST_DAY);
  readonly newcomers: Wheel<number>;
  private readonly weight: Float64Array;

  constructor(months: number) {
    const end = new Date(this.last * 86_400_000);
    this.first = Math.floor(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() - months + 1, 1) / 86_400_000);
    const length = this.last - this.first + 1;
    this.weight = Float64Array.from({ length }, (_, i) => demand(this.first + i));
    // The shop grows: as many again come new at the end as at the start.
    this.newcomers = new Wheel(
      Array.from(this.weight, (weight, i) => [this.first + i, weight * (1 + i / length)] as const),
    );
  }

  // A customer about to order waits for, or is drawn to, the stronger days around; null: after the picture was taken.
  drawnTo(day: number, earliest: number, unit: number): number | null {
    const from = Math.max(earliest, day - 5);
    const until = Math.max(from, day + 5);
    let sum = 0;
    for (let d = from; d <= until; d++) sum += this.weightOf(d);
    let left = unit * sum;
    for (let d = from; d <= until; d++) {
      left -= this.weightOf(d);
      if (left < 0) return d > this.last ? null : d;
    }
    return until > this.last ? null : until;
  }

  private weightOf(day: number): number {
    return this.weight[day - this.first] ?? 1;
  }
}
