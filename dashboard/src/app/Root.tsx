import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { Outlet, useSearch } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

import { queryClient } from '../api/client.ts';
import type { Search } from '../filters/search.ts';
import { FormatProvider } from '../format/index.ts';
import { changeLanguage } from '../i18n/index.ts';
import { rememberedLang, rememberedTheme } from '../shell/remembered.ts';
import { cssVariablesResolver, theme } from '../theme/theme.ts';

/** Language and theme of the address, else the remembered ones; everything below may rely on both. */
export function Root() {
  const search: Search = useSearch({ strict: false });
  const lang = search.lang ?? rememberedLang();
  const printing = usePrinting();
  const scheme = printing ? 'light' : (search.theme ?? rememberedTheme());
  useLayoutEffect(() => changeLanguage(lang), [lang]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} forceColorScheme={scheme}>
      <QueryClientProvider client={queryClient}>
        <FormatProvider lang={lang}>
          <Outlet />
        </FormatProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** Paper is light: the page is drawn again before the print, and back after it. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}
