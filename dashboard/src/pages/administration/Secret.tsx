import { Button } from '@mantine/core';
import { useState } from 'react';

import { useText } from '../../i18n/index.ts';
import classes from './index.module.css';

/** Something that is shown once. It lives in the dialog that shows it, and goes with it. */
export function Secret({ value, note }: { value: string; note: string }) {
  const { t } = useText();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };
  return (
    <>
      <div className={classes.secret}>
        <code data-testid="secret" translate="no">
          {value}
        </code>
        {/* Without https a page may not write to the clipboard; the text is selected by a click. */}
        {window.isSecureContext ? (
          <Button onClick={() => void copy()}>{t(copied ? 'administration.copied' : 'administration.copy')}</Button>
        ) : null}
      </div>
      <small>{note}</small>
    </>
  );
}
