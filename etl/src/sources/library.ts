import { readEtlConfig } from '../config.ts';
import { SourceLibrary } from '../kit/source/library.ts';

/** Sources shipped with the product, one folder each beside this file, and those of the shop. */
export function sourceLibrary(): SourceLibrary {
  return new SourceLibrary(import.meta.dirname, readEtlConfig().sourcesDirectory);
}
