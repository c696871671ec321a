import type { LocalizedText } from '@rapport/model/vocabulary';

export type Tone = 'neutral' | 'good' | 'bad' | 'attention';

/** What an event is called, in both languages, and whether it is good news. */
export interface Told {
  title: LocalizedText;
  detail?: LocalizedText;
  tone: Tone;
}

/** Seconds against the promise; null where nothing was promised or nothing came. */
export interface Happened {
  gapSeconds: number | null;
}

/** The words of each kind of event, out of its facts. */
export type WordsOf<Facts> = { [Kind in keyof Facts]: (facts: Facts[Kind], happened: Happened) => Told };

type Labels = Readonly<Record<string, LocalizedText>>;

/** Words that are the same in both languages: a number, a name, what a customer wrote. */
export const same = (text: string): LocalizedText => ({ en: text, zh: text });
/** A code without a label is its own label. */
export const named = (labels: Labels, code: string): LocalizedText => labels[code] ?? same(code);
/** Text that is there, as a detail; none: no detail. */
export const said = (text: string | null): Pick<Told, 'detail'> => (text ? { detail: same(text) } : {});
/** Within a sentence. */
export const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
/** Parts in one line. */
export const joined = (parts: readonly LocalizedText[]): LocalizedText => ({
  en: parts.map(({ en }) => en).join(', '),
  zh: parts.map(({ zh }) => zh).join('，'),
});

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const some = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`;

/** A length of time as a person says it: the unit that fits, and the one below where it matters. */
export function lasting(seconds: number): LocalizedText {
  const whole = Math.abs(Math.round(seconds));
  if (whole < MINUTE) return { en: some(whole, 'second'), zh: `${whole} 秒` };
  if (whole < HOUR) {
    const minutes = Math.round(whole / MINUTE);
    return { en: some(minutes, 'minute'), zh: `${minutes} 分钟` };
  }
  if (whole < 2 * DAY) {
    const hours = Math.round(whole / HOUR);
    return { en: some(hours, 'hour'), zh: `${hours} 小时` };
  }
  const days = Math.round(whole / DAY);
  return { en: some(days, 'day'), zh: `${days} 天` };
}

/** How something stood to its promise. */
export function againstPromise(gapSeconds: number | null): LocalizedText[] {
  if (gapSeconds === null) return [];
  const gap = lasting(gapSeconds);
  return gapSeconds > 0
    ? [{ en: `${gap.en} past the promise`, zh: `超出承诺 ${gap.zh}` }]
    : [{ en: 'as promised', zh: '在承诺时间内' }];
}
