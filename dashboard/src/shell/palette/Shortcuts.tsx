import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';

import { Dialog, DialogActions } from '../../card/Dialog.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useText } from '../../i18n/index.ts';
import { navFor } from '../nav.ts';
import { goes, keysAreOn, switchKeys } from './shortcuts.ts';
import classes from './Shortcuts.module.css';

/** Every shortcut on one sheet, and whether single keys do anything. */
export default function Shortcuts({ onClose }: { onClose(): void }) {
  const { t } = useText();
  const { viewer } = useShop();
  const [on, setOn] = useState(keysAreOn);
  const pages = navFor(viewer.role).flatMap((group) => group.pages);
  const mac = navigator.userAgent.includes('Mac');
  const lines: readonly (readonly [string, string])[] = [
    [mac ? '⌘ K' : 'Ctrl K', t('views.palette')],
    ['/', t('views.palette')],
    ['?', t('views.shortcuts')],
    ['x', t('views.clearAll')],
    ...Object.entries(goes).flatMap(([key, to]) => {
      const page = pages.find((each) => each.to === to);
      return page ? [[`g ${key}`, t(page.label)] as const] : [];
    }),
    ['↑ ↓ ← →', t('views.keysHeat')],
    ['Enter', t('views.keysMark')],
    ['Esc', t('views.keysEscape')],
  ];
  return (
    <Dialog title={t('views.shortcuts')} onClose={onClose}>
      <dl className={classes.keys} data-testid="shortcuts">
        {lines.map(([keys, says]) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        label={t('views.keysOn')}
        checked={on}
        onChange={(event) => {
          switchKeys(event.currentTarget.checked);
          setOn(event.currentTarget.checked);
        }}
      />
      <DialogActions>
        <Button onClick={onClose}>{t('views.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
