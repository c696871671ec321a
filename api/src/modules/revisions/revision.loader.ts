import { loadMany } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { answersOf } from '../metrics/index.ts';
import { readRevisions, seriesKeyText, type SeriesKey } from './revision.reader.ts';
import type { FigureChange } from './revision.type.ts';

export const revisionsOfSeries: LoaderOf<SeriesKey, FigureChange[]> = ({ pool, reads, principal: { role } }) =>
  loadMany(
    (keys: readonly SeriesKey[]) =>
      answersOf(pool).remembered(reads, { role }, ['revisions', keys], () => readRevisions(reads, role, keys)),
    seriesKeyText,
    ({ series }) => series,
  );
