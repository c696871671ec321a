import { codeKeyText, loadOne, type CodeKey } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { readStationsByCode } from './station.reader.ts';
import type { Station } from './station.type.ts';

export const stationByCode: LoaderOf<CodeKey, Station | null> = ({ reads }) =>
  loadOne((keys: readonly CodeKey[]) => readStationsByCode(reads, keys), codeKeyText, codeKeyText);
