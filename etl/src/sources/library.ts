import { readEtlConfig } from '../config.ts';
import { matches } from '../kit/files/names.ts';
import { SourceLibrary } from '../kit/source/library.ts';

/** Sources shipped with the product, one folder each beside this file, and those of the shop. */
export function sourceLibrary(): SourceLibrary {
  return new SourceLibrary(import.meta.dirname, readEtlConfig().sourcesDirectory);
}

/** Whether any source reads files of this name: several may be delivered into one folder. */
export function isFileOfASource(name: string): boolean {
  const library = sourceLibrary();
  return library.names().some((source) => {
    try {
      return Object.values(library.read(source).files).some(({ file, bundled }) => !bundled && matches(name, file));
    } catch {
      return false; // a broken folder reads nothing
    }
  });
}
