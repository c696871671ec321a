import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouter, useSearch } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';

import { isForbidden, isOffline, isSignedOut } from '../api/graphql.ts';
import { Empty, Failure } from '../card/States.tsx';
import type { Search } from '../filters/search.ts';
import { ShopProvider } from '../filters/shop-context.tsx';
import { lazyPart, useText } from '../i18n/index.ts';
import { MetricDrawerProvider } from '../metric/MetricDrawerProvider.tsx';
import { OfflineScreen } from '../session/OfflineScreen.tsx';
import { takePlace } from '../session/place.ts';
import { useScope } from '../session/use-scope.ts';
import { Shell } from '../shell/Shell.tsx';
import { ShellSkeleton } from '../shell/ShellSkeleton.tsx';

const WayIn = lazyPart(
  async () => ({ default: (await import('../session/SignInScreen.tsx')).SignInScreen }),
  ['session'],
);

/** The gate of every page but sign-in: without a session it says how to get one. */
export function SignedIn() {
  const search: Search = useSearch({ strict: false });
  const scope = useScope(search.shop);
  const ended = useSessionEnded();
  useReturn(scope.state === 'ready');
  const { t } = useText();
  const stranger = (reason: 'ended' | 'welcome') => (
    <Suspense fallback={<ShellSkeleton />}>
      <WayIn reason={reason} onRetry={() => window.location.reload()} />
    </Suspense>
  );
  if (ended) return stranger('ended');
  if (scope.state === 'failed') {
    if (isSignedOut(scope.error)) return stranger('welcome');
    if (isOffline(scope.error)) return <OfflineScreen onRetry={scope.retry} />;
    if (isForbidden(scope.error)) return <Empty text={t('shell.notForRole')} hint={t('shell.notForRoleHint')} />;
    return <Failure error={scope.error} onRetry={scope.retry} />;
  }
  if (scope.state === 'empty')
    return (
      <Empty text={t('shell.noData')} hint={t('shell.noDataHint')} action={t('card.retry')} onAction={scope.retry} />
    );
  if (scope.state === 'loading') return <ShellSkeleton />;
  return (
    <ShopProvider value={scope.scope}>
      <MetricDrawerProvider>
        <Shell>
          <Outlet />
        </Shell>
      </MetricDrawerProvider>
    </ShopProvider>
  );
}

/** Whoever signed in elsewhere comes back to the overview, and from there to the page they left. */
function useReturn(isIn: boolean): void {
  const { history } = useRouter();
  useEffect(() => {
    if (!isIn || history.location.pathname !== '/') return;
    const place = takePlace();
    if (place !== null) history.replace(place);
  }, [isIn, history]);
}

/** Any later question that is refused for want of a session ends the page, not just its card. */
function useSessionEnded(): boolean {
  const client = useQueryClient();
  const [ended, setEnded] = useState(false);
  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        const query = event.query;
        if (query.queryKey[0] !== 'start' && isSignedOut(query.state.error)) setEnded(true);
      }),
    [client],
  );
  return ended;
}
