import { Link } from '@tanstack/react-router';

import { useText } from '../i18n/index.ts';
import classes from './NotFound.module.css';

export function NotFound() {
  const { t } = useText();
  return (
    <main className={classes.page}>
      <h1>{t('shell.notFound')}</h1>
      <Link to="/">{t('shell.goHome')} →</Link>
    </main>
  );
}
