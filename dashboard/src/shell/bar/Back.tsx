import { useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router';

import { useText } from '../../i18n/index.ts';
import { Chip } from './Chip.tsx';

/** From one order or customer back to the list it was opened from, its filters as they were; without one, to all orders. */
export function Back() {
  const { t } = useText();
  const router = useRouter();
  const navigate = useNavigate();
  const may = useCanGoBack();
  return (
    <Chip onClick={() => (may ? router.history.back() : void navigate({ to: '/orders' }))}>
      ← {t(may ? 'shell.back' : 'shell.orders')}
    </Chip>
  );
}
