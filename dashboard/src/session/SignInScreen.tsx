import { Button } from '@mantine/core';

import { useText } from '../i18n/index.ts';
import { Mark } from '../shell/Mark.tsx';
import { Preferences } from '../shell/Preferences.tsx';
import classes from './SignInScreen.module.css';

export type SignInReason = 'welcome' | 'expired' | 'ended' | 'offline';

/** All that a stranger sees: how to get in, and nothing of the shop. */
export function SignInScreen({ reason, onRetry }: { reason: SignInReason; onRetry(): void }) {
  const { t } = useText();
  return (
    <main className={classes.screen}>
      <div className={classes.panel}>
        <div className={classes.brand}>
          <Mark />
          Rapport
        </div>
        <h1 className={classes.title}>
          {t(`session.${reason}`)}
          <span>{t(`session.${reason}Why`)}</span>
        </h1>
        {reason === 'offline' ? null : <Steps />}
        <Button variant="filled" size="sm" onClick={onRetry}>
          {reason === 'offline' ? t('card.retry') : t('session.retry')}
        </Button>
        <div className={classes.foot}>
          <Preferences signedIn={false} />
        </div>
      </div>
    </main>
  );
}

function Steps() {
  const { t } = useText();
  return (
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
  );
}
