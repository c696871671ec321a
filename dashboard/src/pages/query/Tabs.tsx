import { Link } from '@tanstack/react-router';

import { useText } from '../../i18n/index.ts';
import classes from './Tabs.module.css';

/** Editor and gallery: two pages with one name in the menu. */
export function Tabs({ on }: { on: 'editor' | 'examples' }) {
  const { t } = useText();
  return (
    <nav className={classes.tabs} aria-label={t('query.title')}>
      <Link to="/query" aria-current={on === 'editor' ? 'page' : undefined}>
        {t('query.editor')}
      </Link>
      <Link to="/query/examples" aria-current={on === 'examples' ? 'page' : undefined}>
        {t('query.examples')}
      </Link>
    </nav>
  );
}
