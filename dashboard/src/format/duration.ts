import { noValue } from './measure.ts';
import { plain } from './number.ts';
import type { Lang } from './lang.ts';

const WORDS = {
  en: { day: 'd', hour: 'h', minute: 'min', second: 's', gap: ' ' },
  zh: { day: '天', hour: '小时', minute: '分钟', second: '秒', gap: ' ' },
} as const;

/** The two largest units that are not zero: 3 h 5 min · 2 天 15 小时 · 0.4 s. */
export function durationText(seconds: number | null | undefined, lang: Lang): string {
  if (seconds === null || seconds === undefined) return noValue(lang);
  const words = WORDS[lang];
  const magnitude = Math.abs(seconds);
  const minus = seconds < 0 ? '−' : '';
  if (magnitude < 10) return `${minus}${plain(magnitude, 1)}${words.gap}${words.second}`;
  const whole = magnitude < 60 ? Math.round(magnitude) : Math.round(magnitude / 60) * 60;
  const pieces = [
    { amount: Math.floor(whole / 86_400), word: words.day },
    { amount: Math.floor((whole % 86_400) / 3_600), word: words.hour },
    { amount: Math.floor((whole % 3_600) / 60), word: words.minute },
    { amount: whole % 60, word: words.second },
  ];
  const first = pieces.findIndex(({ amount }) => amount > 0);
  const told = pieces.slice(first, first + 2).filter(({ amount }) => amount > 0);
  return minus + told.map(({ amount, word }) => `${plain(amount)}${words.gap}${word}`).join(' ');
}
