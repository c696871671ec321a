import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { Outlet, useSearch } from '@tanstack/react-router';
import { useLayoutEffect } from 'react';

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
  const scheme = search.theme ?? rememberedTheme();
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
