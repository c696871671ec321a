import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';

import { useShop } from '../filters/shop-context.tsx';
import { usePageTitle } from '../filters/page-filters.ts';
import { useText } from '../i18n/index.ts';
import { MarkMenuProvider } from '../metric/mark/MarkMenu.tsx';
import { ShopHappenings } from '../metric/notes/ShopHappenings.tsx';
import { PaperHead } from '../paper/PaperHead.tsx';
import { CutChips } from './bar/CutChips.tsx';
import { FilterBar } from './bar/FilterBar.tsx';
import { GroupPages, PhoneTabs } from './PhoneTabs.tsx';
import classes from './Shell.module.css';
import { PaletteHost } from './palette/PaletteHost.tsx';
import { SideNav } from './SideNav.tsx';
import { DemoTour } from './tour/index.tsx';
import { useChangedFigures } from './use-changed-figures.ts';
import { useDataState } from './use-data-state.ts';
import { useBeginning } from './views/use-views.ts';

export function Shell({ children }: { children: ReactNode }) {
  const { t } = useText();
  const { dataVersion } = useDataState();
  const asking = useIsFetching() > 0;
  useRefreshOnPublish(dataVersion);
  useChangedFigures(dataVersion, !asking);
  useDocumentTitle();
  useBeginning();
  const loading = useIsFetching({ predicate: (query) => query.state.data === undefined }) > 0;
  const shown = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  return (
    <PaletteHost>
      <div className={classes.app}>
        <a href="#content" className={classes.skip}>
          {t('shell.skip')}
        </a>
        <SideNav />
        <main id="content" className={classes.main} data-ready={!loading} data-page={shown} data-version={dataVersion}>
          <GroupPages />
          <FilterBar />
          <PaperHead />
          <CutChips />
          <ShopHappenings>
            <MarkMenuProvider>{children}</MarkMenuProvider>
          </ShopHappenings>
          <Foot dataVersion={dataVersion} />
        </main>
        <PhoneTabs />
        <DemoTour />
      </div>
    </PaletteHost>
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
