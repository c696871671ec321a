import { createContext, useContext, type ReactNode } from 'react';
import { formatter, type Formatter } from './formatter.ts';
import type { Lang } from './lang.ts';

const FormatContext = createContext<Formatter>(formatter('en'));

export function FormatProvider({ lang, children }: { lang: Lang; children: ReactNode }) {
  return <FormatContext.Provider value={formatter(lang)}>{children}</FormatContext.Provider>;
}

export const useFormat = (): Formatter => useContext(FormatContext);
