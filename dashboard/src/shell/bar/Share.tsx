import { useClipboard } from '@mantine/hooks';

import { writeSearch } from '../../filters/search.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useText } from '../../i18n/index.ts';
import { Chip } from './Chip.tsx';

/** The copied address names shop, period, grain and comparison outright: of days that are over it shows the same figures after the next load. */
export function Share({ className }: { className?: string }) {
  const { t } = useText();
  const clipboard = useClipboard({ timeout: 2000 });
  const { shop, asked, grain, compareKeys } = useFilters();
  const copy = () => {
    const now = new URLSearchParams(window.location.search);
    const extra = Object.fromEntries([...new Set(now.keys())].map((key) => [key, now.getAll(key)]));
    const address = writeSearch({ ...extra, shop, from: asked.from, to: asked.to, grain, compare: compareKeys });
    clipboard.copy(`${window.location.origin}${window.location.pathname}${address}`);
  };
  return (
    <Chip className={className} onClick={copy} aria-live="polite">
      {clipboard.copied ? t('shell.copied') : t('shell.share')}
    </Chip>
  );
}
