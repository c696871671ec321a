const DAY = 86_400_000;
const MINUTE = 60_000;

/** `05:06:` of each minute and `07.` of each second. */
const padded = (value: number): string => String(value).padStart(2, '0');
const minutes = Array.from({ length: 1440 }, (_, at) => `${padded(Math.floor(at / 60))}:${padded(at % 60)}:`);
const seconds = Array.from({ length: 60 }, (_, at) => `${padded(at)}.000Z`);

let lastDay = Number.NaN;
let lastText = '';

/** What `toISOString` says, which rows that lie close in time need not work out anew: their day is mostly the day of the row before. */
export function isoText(date: Date): string {
  const at = date.getTime();
  const ms = at % 1000;
  if (ms !== 0 || Number.isNaN(at)) return date.toISOString();
  const day = Math.floor(at / DAY);
  if (day !== lastDay) {
    lastText = date.toISOString().slice(0, -13);
    lastDay = day;
  }
  const inDay = at - day * DAY;
  return lastText + minutes[Math.floor(inDay / MINUTE)]! + seconds[Math.floor((inDay % MINUTE) / 1000)]!;
}
