import { createContext, useContext } from 'react';

import type { Happening } from './happening.ts';

const HappeningsContext = createContext<readonly Happening[]>([]);

/** Everything that happened in the shop; each chart takes what falls into its days. */
export const HappeningsProvider = HappeningsContext.Provider;

const VerdictsContext = createContext<() => void>(() => undefined);

/** Whether initiatives worked takes a study each: it is asked when somebody wants to know. */
export const VerdictsProvider = VerdictsContext.Provider;

export const useWantVerdicts = (): (() => void) => useContext(VerdictsContext);

export const useHappenings = (): readonly Happening[] => useContext(HappeningsContext);
