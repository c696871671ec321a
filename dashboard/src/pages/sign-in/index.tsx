import { useNavigate, useSearch } from '@tanstack/react-router';

import { SignInScreen } from '../../session/SignInScreen.tsx';

export default function SignInPage() {
  const search: { link?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  return (
    <SignInScreen
      reason={search.link === 'expired' ? 'expired' : 'welcome'}
      onRetry={() => void navigate({ to: '/' })}
    />
  );
}
