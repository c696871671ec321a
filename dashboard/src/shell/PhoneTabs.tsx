import { Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';

import { useShop } from '../filters/shop-context.tsx';
import { useText } from '../i18n/index.ts';
import { navPages, type NavPage } from './nav.ts';
import classes from './PhoneTabs.module.css';
import { Preferences } from './Preferences.tsx';

const strokes: Record<NavPage['icon'] | 'more', string> = {
  overview: 'M3 17V9M8 17V4M13 17v-6M18 17V7',
  delivery:
    'M2 6h10v9H2zM12 9h4l3 3v3h-7M6 17.5a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2M15.5 17.5a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2',
  repurchase: 'M4 9a6.5 6.5 0 0 1 11.5-3L18 8.5M18 4v4.5h-4.5M17 12a6.5 6.5 0 0 1-11.5 3L3 12.5M3 17v-4.5h4.5',
  health: 'M2 11h4l2.5-6 4 12 2.5-6h4',
  more: 'M4 10.5h.01M10.5 10.5h.01M17 10.5h.01',
};

function Icon({ name }: { name: keyof typeof strokes }) {
  return (
    <svg
      width="21"
      height="21"
      viewBox="0 0 21 21"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.6 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d={strokes[name]} />
    </svg>
  );
}

export function PhoneTabs() {
  const { t } = useText();
  const { viewer } = useShop();
  const [open, { toggle, close }] = useDisclosure(false);
  return (
    <nav className={classes.tabs} aria-label={t('shell.navigation')}>
      {navPages.map((page) => (
        <Link
          key={page.to}
          to={page.to}
          activeProps={{ className: classes.on }}
          activeOptions={{ exact: page.to === '/', includeSearch: false }}
        >
          <Icon name={page.icon} />
          {t(page.label)}
        </Link>
      ))}
      <button type="button" aria-expanded={open} onClick={toggle}>
        <Icon name="more" />
        {t('shell.more')}
      </button>
      <Drawer opened={open} onClose={close} position="bottom" size={200} title={t(`shell.role${viewer.role}`)}>
        <div className={classes.more}>
          <Preferences />
        </div>
      </Drawer>
    </nav>
  );
}
