import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';

import { useText } from '../i18n/index.ts';
import { signInWith, type Outcome } from './sign-in.ts';
import classes from './SignInScreen.module.css';

/** A local account. Once in, the page begins anew, where it was. */
export function PasswordForm({ onIn }: { onIn(): void }) {
  const { t } = useText();
  const [state, setState] = useState<Outcome | 'idle' | 'asking'>('idle');

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [account, password] = [form.get('account'), form.get('password')];
    if (typeof account !== 'string' || typeof password !== 'string') return;
    setState('asking');
    const outcome = await signInWith(account, password);
    setState(outcome);
    if (outcome === 'in') onIn();
  }

  return (
    <form className={classes.form} data-testid="password-form" onSubmit={(event) => void submit(event)}>
      <TextInput name="account" label={t('session.account')} autoComplete="username" required withAsterisk={false} />
      <PasswordInput
        name="password"
        label={t('session.password')}
        autoComplete="current-password"
        required
        withAsterisk={false}
      />
      {state === 'wrong' || state === 'throttled' ? (
        <p className={classes.wrong} role="alert">
          <strong>{t(`session.${state}`)}</strong> {t(`session.${state}Why`)}
        </p>
      ) : null}
      {state === 'failed' ? (
        <p className={classes.wrong} role="alert">
          {t('session.failed')}
        </p>
      ) : null}
      <Button type="submit" variant="filled" size="sm" loading={state === 'asking' || state === 'in'}>
        {t('session.enter')}
      </Button>
    </form>
  );
}
