/** Later than this nobody waits for a quiet moment any longer. */
const AT_LATEST_MS = 4000;

/**
 * The list of the hundred slices of the Chinese font weighs more than all styles of a page: it comes beside the first
 * paint, not before it. A page in English can hold Chinese names too; for them it comes when nothing else is to be done.
 */
export function loadChineseLetters(): void {
  const load = () => void import('./chinese.ts');
  if (document.documentElement.lang.startsWith('zh')) load();
  else if ('requestIdleCallback' in window) requestIdleCallback(load, { timeout: AT_LATEST_MS });
  else setTimeout(load, AT_LATEST_MS);
}
