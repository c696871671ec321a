import { QueryEditor, useGraphiQL, useGraphiQLActions, VariableEditor } from '@graphiql/react';
import { Button } from '@mantine/core';
import { useState } from 'react';

import { useText } from '../../i18n/index.ts';
import { CopyAs } from './CopyAs.tsx';
import { SaveDrawer } from './SaveDrawer.tsx';
import type { Editors } from './use-editors.ts';
import type { Opened } from './use-opened.ts';
import classes from './Workbench.module.css';

/** The question: its document, its variables, and what can be done with them. */
export function EditorPane({ editors, opened }: { editors: Editors; opened: Opened | undefined }) {
  const { t } = useText();
  const { run, prettifyEditors } = useGraphiQLActions();
  const isFetching = useGraphiQL((state) => state.isFetching);
  const [doing, setDoing] = useState<'copy' | 'save'>();
  return (
    <section className={classes.question} aria-label={t('query.question')}>
      <div className={classes.bar} role="toolbar" aria-label={t('query.tools')}>
        <Button variant="filled" title={t('query.runKeys')} disabled={!editors.ready} onClick={run}>
          {t(isFetching ? 'query.running' : 'query.run')}
        </Button>
        <Button title={t('query.prettifyKeys')} onClick={() => void prettifyEditors()}>
          {t('query.prettify')}
        </Button>
        <Button onClick={() => setDoing('copy')}>{t('query.copyAs')}</Button>
        <Button onClick={() => setDoing('save')}>{t('query.save')}</Button>
      </div>
      <div className={classes.document}>
        <QueryEditor aria-label={t('query.document')} />
      </div>
      <h2 className={classes.label}>{t('query.variables')}</h2>
      <div className={classes.variables}>
        <VariableEditor aria-label={t('query.variables')} />
      </div>
      {doing === 'copy' ? <CopyAs {...editors.read()} onClose={() => setDoing(undefined)} /> : null}
      {doing === 'save' ? (
        <SaveDrawer {...editors.read()} saved={opened?.saved} onClose={() => setDoing(undefined)} />
      ) : null}
    </section>
  );
}
