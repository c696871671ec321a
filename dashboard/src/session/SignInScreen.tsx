import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { useText } from '../i18n/index.ts';
import { Panel } from './Panel.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { rememberPlace } from './place.ts';
import { PROVIDER_PATH, readWays, type Ways } from './sign-in.ts';
import classes from './SignInScreen.module.css';

export type SignInReason =
  | 'welcome'
  | 'expired'
  | 'ended'
  | 'providerExpired'
  | 'providerFailed'
  | 'providerNoRole'
  | 'providerUnreachable';

/** All that a stranger sees: how to get in, and nothing of the shop. */
export function SignInScreen({ reason, onRetry }: { reason: SignInReason; onRetry(): void }) {
  const { t } = useText();
  return (
    <Panel title={t(`session.${reason}`)} why={t(`session.${reason}Why`)}>
      <WaysIn onRetry={onRetry} />
    </Panel>
  );
}

/** What is set up here, and the link, which always works. */
function WaysIn({ onRetry }: { onRetry(): void }) {
  const { t } = useText();
  const asked = useQuery<Ways>({ queryKey: ['ways in'], queryFn: readWays, staleTime: 60_000, retry: 1 });
  if (asked.isPending) return <div className={classes.waiting} aria-busy="true" />;
  const ways = asked.data ?? { password: false, provider: null };
  if (!ways.password && ways.provider === null) return <Link onRetry={onRetry} />;
  return (
    <div className={classes.ways}>
      {ways.provider === null ? null : (
        <Button
          component="a"
          href={PROVIDER_PATH}
          variant={ways.password ? 'default' : 'filled'}
          size="sm"
          fullWidth
          onClick={() => rememberPlace()}
        >
          {t('session.withProvider', { name: ways.provider })}
        </Button>
      )}
      {ways.password && ways.provider !== null ? <div className={classes.or}>{t('session.or')}</div> : null}
      {ways.password ? <PasswordForm onIn={beginAnew} /> : null}
      <details className={classes.link}>
        <summary>{t('session.byLink')}</summary>
        <Link onRetry={onRetry} />
      </details>
    </div>
  );
}

/** From the sign-in page to the overview; from any other page back to it. */
function beginAnew(): void {
  if (window.location.pathname === '/sign-in') window.location.assign('/');
  else window.location.reload();
}

function Link({ onRetry }: { onRetry(): void }) {
  const { t } = useText();
  return (
    <>
      <dl className={classes.steps}>
        <dt>{t('session.step')}</dt>
        <dd>
          <code>{t('session.command')}</code>
        </dd>
        <dt>{t('session.demoStep')}</dt>
        <dd>
          <code>{t('session.demoCommand')}</code>
        </dd>
        <dt>{t('session.then')}</dt>
      </dl>
      <Button variant="default" size="sm" onClick={onRetry}>
        {t('session.retry')}
      </Button>
    </>
  );
}
