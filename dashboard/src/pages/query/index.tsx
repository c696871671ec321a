import { Link, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';

import { Answer } from '../../card/Answer.tsx';
import { Empty, Loading } from '../../card/States.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useText } from '../../i18n/index.ts';
import { exampleOf } from './examples.ts';
import classes from './index.module.css';
import { mayAsk } from './may-ask.ts';
import { Tabs } from './Tabs.tsx';
import type { QuerySearch } from './search.ts';
import { useOpened } from './use-opened.ts';

/** The editor is larger than the rest of the dashboard together: only this page has it, and only for who may use it. */
const Workbench = lazy(() => import('./Workbench.tsx'));

export default function QueryPage() {
  const { t, pick } = useText();
  const { viewer } = useShop();
  const search: QuerySearch = useSearch({ strict: false });
  const example = exampleOf(search.example);
  if (!mayAsk(viewer.role)) return <NotForThisRole />;
  return (
    <>
      <Answer
        eyebrow={example ? `${example.id} · ${pick(example.title)}` : undefined}
        lead={example ? pick(example.question) : t('query.lead')}
        rest={example ? undefined : t('query.rest')}
      />
      {example ? <p className={classes.reading}>{pick(example.reading)}</p> : null}
      <Tabs />
      <Editor search={search} />
      <p className={classes.foot}>
        {t('query.poll')}{' '}
        <Link to="/query" search={{ example: 'A10' }}>
          {t('query.pollOpen')}
        </Link>
      </p>
    </>
  );
}

const HEIGHT = 680;

function Editor({ search }: { search: QuerySearch }) {
  const { t } = useText();
  const opened = useOpened(search);
  if (opened.state === 'loading') return <Loading height={HEIGHT} />;
  return (
    <>
      {opened.state === 'gone' ? <Empty text={t('query.gone')} hint={t('query.goneHint')} /> : null}
      <Suspense fallback={<Loading height={HEIGHT} />}>
        <Workbench opened={opened.state === 'ready' ? opened.opened : undefined} />
      </Suspense>
    </>
  );
}

function NotForThisRole() {
  const { t } = useText();
  return (
    <>
      <Answer lead={t('query.closed')} rest={t('query.closedRest')} />
      <p>
        <Link to="/">{t('query.closedGo')}</Link>
      </p>
    </>
  );
}
