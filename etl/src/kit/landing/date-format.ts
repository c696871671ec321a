const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What each letter of a format stands for; everything else stands for itself. */
const parts: Record<string, string> = {
  Y: '(?<Y>\\d{4})',
  y: '(?<y>\\d{2})',
  m: '(?<m>\\d{1,2})',
  d: '(?<d>\\d{1,2})',
  b: '(?<b>[A-Za-z]{3})[a-z]*',
  H: '(?<H>\\d{1,2})',
  I: '(?<I>0?[1-9]|1[0-2])',
  M: '(?<M>\\d{2})',
  S: '(?<S>\\d{2}(?:\\.\\d{1,6})?)',
  p: '(?<p>[AaPp])\\.?[Mm]\\.?',
};

/** What is wrong with a format of dates, or null. */
export function dateFormatMistake(format: string): string | null {
  const letters = [...format].filter((letter) => /[A-Za-z]/.test(letter));
  const stranger = letters.find((letter) => !parts[letter]);
  if (stranger) return `"${stranger}" stands for nothing: Y y m b d H I M S p may be used, such as "d/m/Y H:M"`;
  if (new Set(letters).size < letters.length) return 'a letter stands twice';
  const has = (...any: string[]) => any.some((letter) => letters.includes(letter));
  if (!has('Y', 'y') || !has('m', 'b') || !has('d')) return 'day, month and year are needed: such as "d/m/Y H:M"';
  return has('I') === has('p') ? null : 'I (hours to 12) and p (AM, PM) go together';
}

/**
 * Rewrites a date as PostgreSQL reads it without doubt. It says nothing on whether there is such a day: the column's type does.
 * What does not look like the format is marked, so that no other reading of it can pass.
 */
export function dateReader(format: string): (text: string) => string {
  const pattern = [...format].map((letter) => parts[letter] ?? letter.replace(/[\^$.*+?()[\]{}|\\/]/, '\\$&')).join('');
  const expression = new RegExp(`^\\s*${pattern}\\s*$`);
  return (text) => {
    const found = expression.exec(text)?.groups;
    return found ? isoOf(found) : `not ${format}: ${text}`;
  };
}

function isoOf(found: Record<string, string | undefined>): string {
  const { Y, y, m, b, d, H, I, M, S, p } = found;
  const year = Y ?? (Number(y) >= 70 ? `19${y}` : `20${y}`);
  const month = m ?? String(months.indexOf((b ?? '').toLowerCase()) + 1);
  const day = `${year}-${month.padStart(2, '0')}-${(d ?? '').padStart(2, '0')}`;
  const hour = I === undefined ? H : String((Number(I) % 12) + (p?.toLowerCase() === 'p' ? 12 : 0));
  return hour === undefined ? day : `${day} ${hour.padStart(2, '0')}:${M ?? '00'}:${S ?? '00'}`;
}
