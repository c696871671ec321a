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

/** A length of time in the two largest units that are not zero, as pages write it beside: "1 day 3 hours", never "28 hours". */
export function lasting(seconds: number): LocalizedText {
  const exact = Math.abs(Math.round(seconds));
  const whole = exact < MINUTE ? exact : Math.round(exact / MINUTE) * MINUTE;
  const units = [
    { n: Math.floor(whole / DAY), en: 'day', zh: '天' },
    { n: Math.floor((whole % DAY) / HOUR), en: 'hour', zh: '小时' },
    { n: Math.floor((whole % HOUR) / MINUTE), en: 'minute', zh: '分钟' },
    { n: whole % MINUTE, en: 'second', zh: '秒' },
  ];
  const first = units.findIndex(({ n }) => n > 0);
  const told = whole === 0 ? units.slice(-1) : units.slice(first, first + 2).filter(({ n }) => n > 0);
  return { en: told.map(({ n, en }) => some(n, en)).join(' '), zh: told.map(({ n, zh }) => `${n} ${zh}`).join(' ') };
}

/** How something stood to its promise. */
export function againstPromise(gapSeconds: number | null): LocalizedText[] {
  if (gapSeconds === null) return [];
  const gap = lasting(gapSeconds);
  return gapSeconds > 0
    ? [{ en: `${gap.en} past the promise`, zh: `超出承诺 ${gap.zh}` }]
    : [{ en: 'as promised', zh: '在承诺时间内' }];
}
