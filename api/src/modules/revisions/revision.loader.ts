import { loadMany } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { readRevisions, seriesKeyText, type SeriesKey } from './revision.reader.ts';
import type { FigureChange } from './revision.type.ts';

export const revisionsOfSeries: LoaderOf<SeriesKey, FigureChange[]> = ({ reads, principal }) =>
  loadMany(
    (keys: readonly SeriesKey[]) => readRevisions(reads, principal.role, keys),
    seriesKeyText,
    ({ series }) => series,
  );
