/** A ref for what may be wider than its card: while it scrolls, the keyboard reaches it. */
export function scrollable(node: HTMLElement | null): (() => void) | undefined {
  if (!node) return undefined;
  const watch = new ResizeObserver(() => {
    if (node.scrollWidth > node.clientWidth) node.tabIndex = 0;
    else node.removeAttribute('tabindex');
  });
  watch.observe(node);
  return () => watch.disconnect();
}
