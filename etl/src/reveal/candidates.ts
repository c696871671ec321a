import { sourceLibrary } from '../sources/library.ts';

/** Names under which sources seal what is personal: a value opens under the name of its column alone. */
export function sealedColumns(): string[] {
  const library = sourceLibrary();
  const names = library.names().flatMap((source) => {
    try {
      return Object.values(library.read(source).files).flatMap(({ personal }) =>
        Object.entries(personal).flatMap(([column, how]) => (how === 'encrypt' ? [column] : [])),
      );
    } catch {
      return []; // what a broken folder sealed before it broke is told as unreadable
    }
  });
  return [...new Set(names)].sort();
}
