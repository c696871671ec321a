import type { Definition } from '../../filters/shop-context.tsx';

/** What an answer is drawn as: its shape decides, not the reader. */
export type Shape = 'figure' | 'trend' | 'lines' | 'bars' | 'league' | 'grid';

interface Asked {
  by: readonly string[];
  overTime: boolean;
}

/** A count by a dimension is bars from 0 with shares of the whole; a rate or a time is a dot with its interval. */
export function shapeOf({ by, overTime }: Asked, kind: string): Shape {
  if (by.length >= 2) return 'grid';
  if (by.length === 1) return overTime ? 'lines' : kind === 'COUNT' || kind === 'SUM' ? 'bars' : 'league';
  return overTime ? 'trend' : 'figure';
}

/** Dimensions by which all of these figures can be cut; a shop is chosen elsewhere. */
export function sharedDimensions(definitions: readonly Pick<Definition, 'dimensions'>[]): string[] {
  const [first, ...rest] = definitions;
  return (first?.dimensions ?? []).filter(
    (dimension) => dimension !== 'SHOP' && rest.every(({ dimensions }) => dimensions.includes(dimension)),
  );
}

/** Figures of one unit stand in one picture. */
export function byUnit<D extends Pick<Definition, 'unit'>>(definitions: readonly D[]): D[][] {
  const groups = new Map<string, D[]>();
  for (const definition of definitions)
    groups.set(definition.unit, [...(groups.get(definition.unit) ?? []), definition]);
  return [...groups.values()];
}
