import { useNavigate, useSearch } from '@tanstack/react-router';

import { SignInScreen, type SignInReason } from '../../session/SignInScreen.tsx';
import type { SignInSearch } from './search.ts';

const ofProvider: Record<NonNullable<SignInSearch['provider']>, SignInReason> = {
  expired: 'providerExpired',
  failed: 'providerFailed',
  no_role: 'providerNoRole',
  unreachable: 'providerUnreachable',
};

export default function SignInPage() {
  const search: SignInSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const came = search.link === 'expired' ? 'expired' : 'welcome';
  return (
    <SignInScreen
      reason={search.provider ? ofProvider[search.provider] : came}
      onRetry={() => void navigate({ to: '/' })}
    />
  );
}
