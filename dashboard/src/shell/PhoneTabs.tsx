import { useDisclosure } from '@mantine/hooks';
import { Link, useLocation } from '@tanstack/react-router';

import { LateDrawer } from '../card/LateDrawer.tsx';
import { useShop } from '../filters/shop-context.tsx';
import { useText } from '../i18n/index.ts';
import { groupOf, navFor, tabGroups, type NavGroup } from './nav.ts';
import classes from './PhoneTabs.module.css';
import { PaletteButton } from './palette/PaletteButton.tsx';
import { Preferences } from './Preferences.tsx';

const strokes: Record<NavGroup['key'] | 'more', string> = {
  answers: 'M3 17V9M8 17V4M13 17v-6M18 17V7',
  promise:
    'M2 6h10v9H2zM12 9h4l3 3v3h-7M6 17.5a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2M15.5 17.5a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2',
  voice: 'M3 4h15v10.5h-8L6 18v-3.5H3zM7 8h7M7 11h4.5',
  loyalty: 'M4 9a6.5 6.5 0 0 1 11.5-3L18 8.5M18 4v4.5h-4.5M17 12a6.5 6.5 0 0 1-11.5 3L3 12.5M3 17v-4.5h4.5',
  tools: 'M2 11h4l2.5-6 4 12 2.5-6h4',
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

/** A tab opens its group's first page; the group's other pages stand above the page and behind "More". */
export function PhoneTabs() {
  const { t } = useText();
  const { viewer } = useShop();
  const [open, { toggle, close }] = useDisclosure(false);
  const here = groupOf(useLocation({ select: (location) => location.pathname }));
  const tabs = tabGroups.flatMap((group) => (group.pages[0] ? [{ group, first: group.pages[0] }] : []));
  return (
    <nav className={classes.tabs} aria-label={t('shell.navigation')}>
      {tabs.map(({ group, first }) => (
        <Link key={group.key} to={first.to} className={here?.key === group.key ? classes.on : undefined}>
          <Icon name={group.key} />
          {t(group.pages.length > 1 ? `shell.group.${group.key}` : first.label)}
        </Link>
      ))}
      <button type="button" aria-expanded={open} onClick={toggle}>
        <Icon name="more" />
        {t('shell.more')}
      </button>
      <LateDrawer opened={open} onClose={close} position="bottom" size="78%" title={t(`shell.role${viewer.role}`)}>
        <div className={classes.more}>
          <PaletteButton onOpen={close} />
          <AllPages onFollow={close} />
          <Preferences />
        </div>
      </LateDrawer>
    </nav>
  );
}

function AllPages({ onFollow }: { onFollow(): void }) {
  const { t } = useText();
  const { viewer } = useShop();
  return (
    <div className={classes.all}>
      {navFor(viewer.role).map((group) => (
        <section key={group.key}>
          <h3>{t(`shell.group.${group.key}`)}</h3>
          {group.pages.map((page) => (
            <Link
              key={page.to}
              to={page.to}
              activeProps={{ className: classes.on }}
              activeOptions={{ exact: page.to === '/', includeSearch: false }}
              onClick={onFollow}
            >
              {t(page.label)}
            </Link>
          ))}
        </section>
      ))}
    </div>
  );
}

/** On a phone: the pages of the group one is in, side by side. */
export function GroupPages() {
  const { t } = useText();
  const { viewer } = useShop();
  const key = groupOf(useLocation({ select: (location) => location.pathname }))?.key;
  const here = navFor(viewer.role).find((group) => group.key === key);
  if (!here || here.pages.length < 2) return null;
  return (
    <nav className={classes.group} aria-label={t(`shell.group.${here.key}`)}>
      {here.pages.map((page) => (
        <Link
          key={page.to}
          to={page.to}
          activeProps={{ className: classes.on }}
          activeOptions={{ exact: page.to === '/', includeSearch: false }}
        >
          {t(page.label)}
        </Link>
      ))}
    </nav>
  );
}
