import { createContext, useContext } from 'react';

import type { Happening } from './happening.ts';

const HappeningsContext = createContext<readonly Happening[]>([]);

/** Everything that happened in the shop; each chart takes what falls into its days. */
export const HappeningsProvider = HappeningsContext.Provider;

export const useHappenings = (): readonly Happening[] => useContext(HappeningsContext);
