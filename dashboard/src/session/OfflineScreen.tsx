import { Button } from '@mantine/core';

import { useText } from '../i18n/index.ts';
import { Panel } from './Panel.tsx';

/** Nothing more can be had from a server that is away: this comes with the first page. */
export function OfflineScreen({ onRetry }: { onRetry(): void }) {
  const { t } = useText();
  return (
    <Panel title={t('shell.offline')} why={t('shell.offlineWhy')}>
      <Button variant="filled" size="sm" onClick={onRetry}>
        {t('card.retry')}
      </Button>
    </Panel>
  );
}
