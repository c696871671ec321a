import { useCanGoBack, useLocation, useNavigate, useRouter } from '@tanstack/react-router';

import { useText } from '../../i18n/index.ts';
import { Chip } from './Chip.tsx';

const lists = ['cases', 'runs'] as const;

/** From one order, case, run or customer back to where it was opened from, its filters as they were; without that, to the list of its kind. */
export function Back() {
  const { t } = useText();
  const router = useRouter();
  const navigate = useNavigate();
  const may = useCanGoBack();
  const { pathname } = useLocation();
  const list = lists.find((each) => pathname.startsWith(`/${each}/`)) ?? 'orders';
  return (
    <Chip onClick={() => (may ? router.history.back() : void navigate({ to: `/${list}` }))}>
      ← {t(may ? 'shell.back' : `shell.${list}`)}
    </Chip>
  );
}
