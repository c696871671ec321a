import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';

import { cutKey } from '../filters/cuts.ts';
import { useShop } from '../filters/shop-context.tsx';
import { useFormat } from '../format/index.ts';
import { usePageTitle } from '../filters/page-filters.ts';
import { useFilters } from '../filters/use-filters.ts';
import { useText } from '../i18n/index.ts';
import { MarkMenuProvider } from '../metric/mark/MarkMenu.tsx';
import { useSliceNames } from '../metric/use-dimensions.ts';
import { CutChips } from './bar/CutChips.tsx';
import { FilterBar } from './bar/FilterBar.tsx';
import { GroupPages, PhoneTabs } from './PhoneTabs.tsx';
import classes from './Shell.module.css';
import { SideNav } from './SideNav.tsx';
import { useDataState } from './use-data-state.ts';

export function Shell({ children }: { children: ReactNode }) {
  const { t } = useText();
  const { dataVersion } = useDataState();
  useRefreshOnPublish(dataVersion);
  useDocumentTitle();
  const loading = useIsFetching({ predicate: (query) => query.state.data === undefined }) > 0;
  const shown = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  return (
    <div className={classes.app}>
      <a href="#content" className={classes.skip}>
        {t('shell.skip')}
      </a>
      <SideNav />
      <main id="content" className={classes.main} data-ready={!loading} data-page={shown}>
        <GroupPages />
        <FilterBar />
        <PrintHead />
        <CutChips />
        <MarkMenuProvider>{children}</MarkMenuProvider>
        <Foot dataVersion={dataVersion} />
      </main>
      <PhoneTabs />
    </div>
  );
}

/** A new load asks every open figure again; the old ones stay until the answers arrive. */
function useRefreshOnPublish(dataVersion: string | undefined): void {
  const client = useQueryClient();
  const seen = useRef(dataVersion);
  useEffect(() => {
    if (seen.current !== undefined && dataVersion !== undefined && seen.current !== dataVersion)
      void client.invalidateQueries();
    seen.current = dataVersion ?? seen.current;
  }, [client, dataVersion]);
}

function useDocumentTitle(): void {
  const { t, pick } = useText();
  const { shop } = useShop();
  const title = usePageTitle();
  const name = title ? `${t(`shell.${title}`)} · ` : '';
  useEffect(() => {
    document.title = `${name}${pick(shop.title)} · Rapport`;
  });
}

function PrintHead() {
  const { period, regions, cuts } = useFilters();
  const cutNames = useSliceNames(
    cuts.flatMap(({ dimension, values }) => values.map((value) => cutKey(dimension, value))),
  );
  const { shop, asOf } = useShop();
  const { t, pick } = useText();
  const format = useFormat();
  return (
    <p className={classes.print}>
      {[
        pick(shop.title),
        format.dayRange(period.from, period.to),
        ...regions,
        ...cutNames,
        `${t('shell.asOf')} ${format.day(asOf)}`,
      ].join(' · ')}
    </p>
  );
}

function Foot({ dataVersion }: { dataVersion: string | undefined }) {
  const { shop } = useShop();
  const { t } = useText();
  return (
    <footer className={classes.foot}>
      <span className={classes.screen}>{t('shell.everyFigure')}</span>
      <span className={classes.print}>{window.location.href}</span>
      <span>{t('shell.catalogue', { currency: shop.currency, version: dataVersion ?? '…' })}</span>
    </footer>
  );
}
