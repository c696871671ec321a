import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IngestError } from '../errors/ingest-error.ts';
import { readSource } from './read-source.ts';
import type { Source } from './source.ts';

/** Sources shipped with the product and, where configured, the shop's own; the shop's own wins over a shipped namesake. */
export class SourceLibrary {
  readonly #directories: string[];

  constructor(directories: readonly (string | null)[]) {
    this.#directories = directories.filter((directory) => directory !== null);
  }

  names(): string[] {
    return [...new Set(this.#directories.flatMap(sourcesIn))].sort();
  }

  read(name: string): Source {
    const folder = this.#directories.map((directory) => join(directory, name)).findLast((one) => isSource(one));
    if (!folder || !this.names().includes(name))
      throw new IngestError('unknown_source', { source: name, known: this.names() });
    const source = readSource(folder);
    if (source.name !== name) {
      throw new IngestError('source_definition', {
        file: `${name}/source.yaml`,
        line: null,
        problem: `name: "${source.name}" is not the name of its folder`,
        remedy:
          'Give both the same name: files are known under it, and a copied folder would go on where the other stands.',
      });
    }
    return source;
  }
}

function sourcesIn(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory).filter((name) => isSource(join(directory, name)));
}

function isSource(folder: string): boolean {
  return existsSync(join(folder, 'source.yaml'));
}
