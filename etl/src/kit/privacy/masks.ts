/** What a reader without the right to more is shown: 张*, 138****1234, z***@. Decided by the value's shape, not its column. */
export function maskOf(value: string): string {
  const text = value.trim();
  if (text === '') return '';
  if (text.includes('@')) return `${[...text][0]}***@`;
  const digits = text.replace(/[\s()+-]/g, '');
  if (/^\d{7,}$/.test(digits))
    return digits.length >= 9 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : `****${digits.slice(-2)}`;
  return `${[...text][0]}*`;
}
