import { Link } from '@tanstack/react-router';

import { useText } from '../../i18n/index.ts';
import classes from './Tabs.module.css';

/** The address of the gallery lies under that of the editor; what is opened in the editor does not matter. */
const only = { exact: true, includeSearch: false };

/** Editor and gallery: two pages with one name in the menu. */
export function Tabs() {
  const { t } = useText();
  return (
    <nav className={classes.tabs} aria-label={t('query.title')}>
      <Link to="/query" activeOptions={only}>
        {t('query.editor')}
      </Link>
      <Link to="/query/examples" activeOptions={only}>
        {t('query.examples')}
      </Link>
    </nav>
  );
}
