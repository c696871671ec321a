import { createContext, useContext } from 'react';

import type { DimensionValue, FigureChange, MetricExplain, MetricPoint } from './types.ts';

/** The figure whose definition, parts and rows the drawer shows. */
export interface DrawerSubject {
  metric: string;
  point?: MetricPoint | undefined;
  key?: readonly DimensionValue[];
  explain?: MetricExplain | undefined;
  revisions?: readonly FigureChange[] | undefined;
}

export const DrawerContext = createContext<(subject: DrawerSubject) => void>(() => undefined);

export const useDefinition = (): ((subject: DrawerSubject) => void) => useContext(DrawerContext);
