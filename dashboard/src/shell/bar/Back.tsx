import { useCanGoBack, useRouter } from '@tanstack/react-router';

import { useText } from '../../i18n/index.ts';
import { Chip } from './Chip.tsx';

/** From one order or customer back to the list it was opened from, its filters as they were. */
export function Back() {
  const { t } = useText();
  const router = useRouter();
  const may = useCanGoBack();
  return may ? <Chip onClick={() => router.history.back()}>← {t('shell.back')}</Chip> : null;
}
