import { useContext } from 'react';

import { useText } from '../../i18n/index.ts';
import { PaletteContext } from './palette-context.ts';
import classes from './PaletteButton.module.css';

export function PaletteButton({ onOpen }: { onOpen?: () => void }) {
  const { t } = useText();
  const open = useContext(PaletteContext);
  return (
    <button
      type="button"
      className={classes.button}
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => {
        onOpen?.();
        open();
      }}
    >
      {t('views.find')}
      <kbd>{navigator.userAgent.includes('Mac') ? '⌘K' : 'Ctrl K'}</kbd>
    </button>
  );
}
