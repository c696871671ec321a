/** `2018-03-04 05:06:07.123456+00`, as sessions in UTC write an instant; the fraction may be shorter, or absent. */
const SECONDS_END = 19;
const PLUS = 43;
const DOT = 46;
const ZERO = 48;

const two = (text: string, at: number): number => (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;

/** Milliseconds of the fraction behind the seconds; what is finer is cut off, as a Date has no place for it. */
function milliseconds(text: string, end: number): number {
  let value = 0;
  for (let at = SECONDS_END + 1, worth = 100; worth >= 1; at += 1, worth /= 10)
    if (at < end) value += (text.charCodeAt(at) - ZERO) * worth;
  return value;
}

const isPlain = (text: string, end: number): boolean =>
  text.charCodeAt(4) === 45 &&
  text.charCodeAt(end) === PLUS &&
  text.charCodeAt(end + 1) === ZERO &&
  text.charCodeAt(end + 2) === ZERO &&
  (end === SECONDS_END || text.charCodeAt(SECONDS_END) === DOT) &&
  text.charCodeAt(0) !== ZERO;

/** Reads what our sessions write, sign by sign: an export has a million of them. Years of other lengths and other zones are for `other`. */
export const instantOr =
  (other: (text: string) => unknown) =>
  (text: string): unknown => {
    const end = text.length - 3;
    if (end < SECONDS_END || !isPlain(text, end)) return other(text);
    const year = two(text, 0) * 100 + two(text, 2);
    return new Date(
      Date.UTC(
        year,
        two(text, 5) - 1,
        two(text, 8),
        two(text, 11),
        two(text, 14),
        two(text, 17),
        end === SECONDS_END ? 0 : milliseconds(text, end),
      ),
    );
  };
