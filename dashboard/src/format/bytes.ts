const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** Three digits are enough to tell files apart. */
export function bytesText(size: number): string {
  const step = Math.min(units.length - 1, size < 1000 ? 0 : Math.floor(Math.log10(size) / 3));
  const value = size / 1000 ** step;
  return `${value.toFixed(step === 0 || value >= 100 ? 0 : 1)} ${units[step]}`;
}
