import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { formatter, type Formatter } from './formatter.ts';
import type { Lang } from './lang.ts';

const FormatContext = createContext<Formatter>(formatter('en'));

export function FormatProvider({ lang, children }: { lang: Lang; children: ReactNode }) {
  const format = useMemo(() => formatter(lang), [lang]);
  return <FormatContext.Provider value={format}>{children}</FormatContext.Provider>;
}

export const useFormat = (): Formatter => useContext(FormatContext);
