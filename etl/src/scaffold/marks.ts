import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A place in a source folder that a person should look at (CHECK) or must settle (DECIDE). */
export interface Mark {
  kind: 'check' | 'decide';
  /** `mystore/orders.sql` */
  file: string;
  line: number;
  text: string;
}

const MARK = /(?:#|--)\s*(?:.*;\s*)?(CHECK|DECIDE): (.*)$/;

/** Every mark of a folder, in the order of its files and lines. Taken out of the file, it is settled. */
export function marksOf(folder: string): Mark[] {
  const files = readdirSync(folder).filter((name) => /\.(ya?ml|sql)$/.test(name));
  const ordered = files.toSorted((a, b) => Number(a.endsWith('.sql')) - Number(b.endsWith('.sql')) || (a < b ? -1 : 1));
  return ordered.flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .flatMap((line, at): Mark[] => {
        const [, kind, text = ''] = MARK.exec(line) ?? [];
        return kind === undefined
          ? []
          : [{ kind: kind === 'DECIDE' ? 'decide' : 'check', file: `${basename(folder)}/${name}`, line: at + 1, text }];
      }),
  );
}
