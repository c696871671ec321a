import { codeKeyText, loadOne, type CodeKey } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { readCarriersByCode } from './carrier.reader.ts';
import type { Carrier } from './carrier.type.ts';

export const carrierByCode: LoaderOf<CodeKey, Carrier | null> = ({ reads }) =>
  loadOne((keys: readonly CodeKey[]) => readCarriersByCode(reads, keys), codeKeyText, codeKeyText);
