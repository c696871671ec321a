import { Link } from '@tanstack/react-router';

import { useShop } from '../filters/shop-context.tsx';
import { useText } from '../i18n/index.ts';
import { ShopControl } from './bar/ShopControl.tsx';
import { Mark } from './Mark.tsx';
import { navFor } from './nav.ts';
import { PaletteButton } from './palette/PaletteButton.tsx';
import { Preferences } from './Preferences.tsx';
import classes from './SideNav.module.css';
import { useAlertState, useDataState } from './use-data-state.ts';

export function SideNav() {
  const { t, pick } = useText();
  const { shop, shops, viewer } = useShop();
  const { attention } = useDataState();
  const alert = useAlertState();
  return (
    <nav className={classes.side} aria-label={t('shell.navigation')}>
      <Link to="/" className={classes.brand}>
        <Mark />
        Rapport
      </Link>
      <div className={classes.shop}>{shops.length > 1 ? <ShopControl plain /> : pick(shop.title)}</div>
      <PaletteButton />
      {navFor(viewer.role).map((group) => (
        <div key={group.key}>
          <div className={classes.group}>{t(`shell.group.${group.key}`)}</div>
          {group.pages.map((page) => (
            <Link
              key={page.to}
              to={page.to}
              className={classes.page}
              activeProps={{ className: classes.on }}
              activeOptions={{ exact: page.to === '/', includeSearch: false }}
            >
              {t(page.label)}
              {page.to === '/data-health' && (alert || attention) ? (
                <i
                  role="img"
                  className={classes.warn}
                  data-alert={alert}
                  aria-label={t(alert ? 'shell.alertOpen' : 'shell.needsLook')}
                  title={t(alert ? 'shell.alertOpen' : 'shell.needsLook')}
                />
              ) : null}
            </Link>
          ))}
        </div>
      ))}
      <div className={classes.who}>
        <span>{t(`shell.role${viewer.role}`)}</span>
        <Preferences />
      </div>
    </nav>
  );
}
