const KEPT = 'rapport-lost-chunk';
/** Loaded anew and lost again within this time: the fault is another one, and its page says so. */
const ONCE_MS = 30_000;

/** A dashboard that was built anew under a page that is open has other parts: the page is loaded again, once. */
export function reloadOnLostChunk(): void {
  window.addEventListener('vite:preloadError', () => {
    const last = Number(sessionStorage.getItem(KEPT) ?? 0);
    if (Date.now() - last < ONCE_MS) return;
    sessionStorage.setItem(KEPT, String(Date.now()));
    window.location.reload();
  });
}
