import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isNode, isPair, isScalar, isMap, LineCounter, parseDocument, type Document } from 'yaml';
import { fileProblem } from '../errors/file-problem.ts';
import { IngestError } from '../errors/ingest-error.ts';

const MOST_SHOWN = 20;
const MOST_REMEMBERED = 100;

/** A mistake of a person who writes a source folder: the file, its line, what is wrong. */
interface Mistake {
  line: number;
  text: string;
}

/** `source.yaml` as it stands on disk, so that whatever is wrong in it can be told by its line. */
export class SourceFile {
  readonly value: unknown;
  readonly #lines = new LineCounter();
  readonly #document: Document;

  static readonly #read = new Map<string, SourceFile>();

  /** A worker looks at every source whenever it looks for work: what still stands there word for word is not parsed again. */
  static in(folder: string): SourceFile {
    const path = join(folder, 'source.yaml');
    const name = `${basename(folder)}/source.yaml`;
    const text = readText(path, name);
    const known = SourceFile.#read.get(path);
    if (known?.text === text) return known;
    const file = new SourceFile(name, text);
    SourceFile.#read.delete(path);
    SourceFile.#read.set(path, file);
    for (const oldest of SourceFile.#read.keys()) {
      if (SourceFile.#read.size <= MOST_REMEMBERED) break;
      SourceFile.#read.delete(oldest);
    }
    return file;
  }

  private constructor(
    /** For messages: `olist/source.yaml`. */
    readonly name: string,
    private readonly text: string,
  ) {
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
    const wrong = this.#document.errors.map(({ pos, message }) => {
      const { line, col } = this.#lines.linePos(pos[0]);
      return { line, text: `column ${col}: ${message.split('\n')[0] ?? ''}` };
    });
    if (wrong.length > 0) throw this.refusal(wrong, 'Mend the YAML.');
    try {
      this.value = this.#document.toJS();
    } catch (error) {
      throw this.refusal([{ line: 1, text: (error as Error).message }], 'Write values out instead of repeating them.');
    }
    if (this.value === null)
      throw this.refusal([{ line: 1, text: 'the file is empty' }], 'Write name, shop, files and feeds.');
  }

  /** The line of the deepest part of the path that is in the file; of a key, not of what stands behind it. */
  lineOf(path: readonly PropertyKey[]): number {
    for (let depth = path.length; depth > 0; depth--) {
      const parent: unknown =
        depth === 1 ? this.#document.contents : this.#document.getIn(path.slice(0, depth - 1), true);
      const key = isMap(parent)
        ? parent.items.find((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === path[depth - 1])?.key
        : this.#document.getIn(path.slice(0, depth), true);
      if (isNode(key) && key.range) return this.#lines.linePos(key.range[0]).line;
    }
    return 1;
  }

  refusal(mistakes: readonly Mistake[], remedy: string): IngestError {
    const [first, ...others] = mistakes.slice(0, MOST_SHOWN);
    const rest = others.map(({ line, text }) => `; line ${line}: ${text}`).join('');
    const more = mistakes.length > MOST_SHOWN ? `; and ${mistakes.length - MOST_SHOWN} more` : '';
    return new IngestError('source_definition', {
      file: this.name,
      line: first?.line ?? null,
      problem: `${first?.text ?? ''}${rest}${more}`,
      remedy,
    });
  }
}

/** The text of a file of a source folder; a byte order mark is no part of it. */
export function readText(path: string, name: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new IngestError(
      'file_unreadable',
      { file: name, problem: fileProblem(error) ?? 'it failed' },
      { cause: error },
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const line = bytes.subarray(0, firstBad(bytes)).toString('latin1').split('\n').length;
    throw new IngestError('source_definition', {
      file: name,
      line,
      problem: 'there are bytes that are no UTF-8',
      remedy: 'Save the file as UTF-8.',
    });
  }
}

/** Where text ends being UTF-8: found by halves. */
function firstBad(bytes: Buffer): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const text = bytes
      .subarray(0, middle)
      .toString('utf8')
      .replace(/\ufffd$/, '');
    if (text.includes('\ufffd')) bad = middle;
    else good = middle;
  }
  return good;
}
