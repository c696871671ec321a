import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IngestError } from '../errors/ingest-error.ts';
import { assertAgreed } from './agreement.ts';
import { readSource } from './read-source.ts';
import type { Source } from './source.ts';
import { SourceFile } from './yaml-file.ts';

/** Sources shipped with the product and, where configured, the shop's own. A broken folder stands in nobody's way but its own. */
export class SourceLibrary {
  readonly #shipped: string;
  readonly #own: string | null;

  constructor(shipped: string, own: string | null = null) {
    this.#shipped = shipped;
    this.#own = own;
  }

  /** Everything that can be loaded; presets are only copied. */
  names(): string[] {
    return [
      ...new Set([...sourcesIn(this.#shipped).filter((name) => !this.#isPreset(name)), ...this.ownNames()]),
    ].sort();
  }

  ownNames(): string[] {
    return this.#own === null ? [] : sourcesIn(this.#own).sort();
  }

  /** The shop's own sources are looked for in a folder that is not there. */
  get isLost(): boolean {
    return this.#own !== null && !existsSync(this.#own);
  }

  /** Names nobody may give a folder of their own. */
  shippedNames(): string[] {
    return sourcesIn(this.#shipped).sort();
  }

  presetNames(): string[] {
    return this.shippedNames().filter((name) => this.#isPreset(name));
  }

  /** The folder of a shipped source, to be copied. */
  shippedFolder(name: string): string | null {
    return this.shippedNames().includes(name) ? join(this.#shipped, name) : null;
  }

  read(name: string): Source {
    const source = this.#readOne(name);
    if (source.shop.pointWorth !== undefined) assertAgreed(source, this.#others(name));
    return source;
  }

  /** One with mistakes is told so when it is asked for itself. */
  #others(name: string): Source[] {
    return this.names().flatMap((other) => {
      try {
        return other === name ? [] : [this.#readOne(other)];
      } catch {
        return [];
      }
    });
  }

  /** What is loaded under a name must not depend on which of two folders is looked at first: a shipped name is refused. */
  #readOne(name: string): Source {
    const isOwn = this.ownNames().includes(name);
    const isShipped = this.shippedNames().includes(name);
    if (!isOwn && !isShipped)
      throw new IngestError('unknown_source', { source: name, known: this.names(), lost: this.isLost ? 'yes' : null });
    const folder = join(isOwn ? (this.#own ?? '') : this.#shipped, name);
    if (isOwn && isShipped) {
      throw misnamed(
        folder,
        `name: "${name}" is the name of a source shipped with Rapport`,
        'Rename the folder, the name in source.yaml and the landing tables in its SQL.',
      );
    }
    const source = readSource(folder);
    if (source.name !== name) {
      throw misnamed(
        folder,
        `name: "${source.name}" is not the name of its folder`,
        'Give both the same name: files are known under it, and a copied folder would go on where the other stands.',
      );
    }
    if (source.preset) throw new IngestError('source_is_preset', { source: name });
    return source;
  }

  #isPreset(name: string): boolean {
    try {
      return readSource(join(this.#shipped, name)).preset;
    } catch {
      return false;
    }
  }
}

function misnamed(folder: string, text: string, remedy: string): IngestError {
  const file = SourceFile.in(folder);
  return file.refusal([{ line: file.lineOf(['name']), text }], remedy);
}

function sourcesIn(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory).filter((name) => existsSync(join(directory, name, 'source.yaml')));
}
