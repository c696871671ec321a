import { useEffect, useRef } from 'react';

const SHOWN_MS = 1000;

type Figures = Map<string, string>;

const idOf = ({ dataset }: HTMLElement): string =>
  ['metric', 'bucket', 'bucketEnd', 'key'].map((name) => dataset[name] ?? '').join('|');

function figuresOn(page: HTMLElement): [HTMLElement, string][] {
  return [...page.querySelectorAll<HTMLElement>('[data-metric][data-value]')].map((figure) => [figure, idOf(figure)]);
}

/** After a new load the figures that it changed are tinted for a second; all others stay as they were, and nothing moves. */
export function useChangedFigures(dataVersion: string | undefined, settled: boolean): void {
  const version = useRef(dataVersion);
  const before = useRef<Figures>(undefined);
  useEffect(() => {
    const page = document.getElementById('content');
    if (!page || dataVersion === undefined) return;
    if (version.current !== undefined && version.current !== dataVersion)
      before.current = new Map(figuresOn(page).map(([figure, id]) => [id, figure.dataset['value'] ?? '']));
    version.current = dataVersion;
  }, [dataVersion]);
  useEffect(() => {
    const page = document.getElementById('content');
    const known = before.current;
    if (!page || !known || !settled) return;
    before.current = undefined;
    const changed = figuresOn(page).filter(
      ([figure, id]) => known.has(id) && known.get(id) !== figure.dataset['value'],
    );
    for (const [figure] of changed) figure.dataset['changed'] = 'true';
    const timer = setTimeout(() => {
      for (const [figure] of changed) delete figure.dataset['changed'];
    }, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [settled]);
}
