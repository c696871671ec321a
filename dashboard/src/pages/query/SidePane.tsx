import { DocExplorer } from '@graphiql/plugin-doc-explorer';
import { History } from '@graphiql/plugin-history';
import { useState } from 'react';

import { useText } from '../../i18n/index.ts';
import { Segment } from '../../shell/Segment.tsx';
import { SavedList } from './SavedList.tsx';
import type { Opened } from './use-opened.ts';
import classes from './Workbench.module.css';

type Side = 'saved' | 'docs' | 'history';

/** What helps to ask: queries that are kept, the documentation of the schema, and what was asked before. */
export function SidePane({ opened }: { opened: Opened | undefined }) {
  const { t } = useText();
  const [side, setSide] = useState<Side>('saved');
  const sides = (['saved', 'docs', 'history'] as const).map((value) => ({
    value,
    text: t(`query.${value}`),
    title: t(`query.${value}Title`),
  }));
  return (
    <aside className={classes.side} aria-label={t('query.side')}>
      <div className={classes.bar}>
        <Segment label={t('query.side')} value={side} options={sides} onChange={(next) => setSide(next)} />
      </div>
      <div className={classes.shown} data-side={side}>
        {side === 'saved' ? <SavedList opened={opened} /> : null}
        {side === 'docs' ? <DocExplorer /> : null}
        {side === 'history' ? <History /> : null}
      </div>
    </aside>
  );
}
