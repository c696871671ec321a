import { useMantineColorScheme } from '@mantine/core';

import { signOut } from '../api/graphql.ts';
import { useSearchChange } from '../filters/use-search-change.ts';
import { useText } from '../i18n/index.ts';
import { Moon, Sun } from './SkyIcons.tsx';
import classes from './Preferences.module.css';
import { remember } from './remembered.ts';
import { Segment } from './Segment.tsx';

/** Language and theme: in the address, so that a shared link looks as it did, and remembered for the next visit. */
export function Preferences({ signedIn = true }: { signedIn?: boolean }) {
  const { t, lang } = useText();
  const set = useSearchChange();
  const { colorScheme } = useMantineColorScheme();
  const choose = (change: { lang?: 'en' | 'zh'; theme?: 'light' | 'dark' }) => {
    remember(change);
    set(change);
  };
  return (
    <div className={classes.row}>
      <Segment
        label={t('shell.language')}
        value={lang}
        options={[
          { value: 'en', text: 'EN', title: 'English' },
          { value: 'zh', text: '中', title: '简体中文' },
        ]}
        onChange={(value) => choose({ lang: value })}
      />
      <Segment
        label={t('shell.theme')}
        value={colorScheme === 'dark' ? 'dark' : 'light'}
        options={[
          { value: 'light', text: <Sun />, title: t('shell.themeLight') },
          { value: 'dark', text: <Moon />, title: t('shell.themeDark') },
        ]}
        onChange={(value) => choose({ theme: value })}
      />
      {signedIn ? (
        <button
          type="button"
          className={classes.out}
          onClick={() => void signOut().then(() => window.location.assign('/sign-in'))}
        >
          {t('shell.signOut')}
        </button>
      ) : null}
    </div>
  );
}
