import { expect, test } from 'vitest';
import { definitionOf, usualFigures, type Kept } from './usual-figures.ts';

test('every usual figure of a card can be cut by what the card is about', () => {
  const foreign = (Object.keys(usualFigures) as Kept[]).flatMap((kept) =>
    usualFigures[kept].filter((id) => !definitionOf(id)?.dimensions.includes(kept)).map((id) => `${kept}: ${id}`),
  );
  expect(foreign).toEqual([]);
});
