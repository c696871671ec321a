import type { FeedName } from '../kit/feeds/names.ts';
import { isOfLanding } from '../kit/source/file-definition.ts';
import { guessColumn, type ColumnGuess } from './guess/column-type.ts';
import { keyOf } from './guess/key.ts';
import { personalKind, type PersonalKind } from './guess/personal.ts';
import { missingTexts, plain } from './guess/words.ts';
import { recognise, mapFields, type Mapping } from './feeds/recognise.ts';
import type { Sample } from './sample/read-sample.ts';

/** A column as it will be declared. */
export interface ColumnPlan {
  /** In landing and in the SQL. */
  name: string;
  title: string;
  path: string | null;
  values: readonly string[];
  guess: ColumnGuess;
  personal: PersonalKind | null;
}

export interface FilePlan {
  role: string;
  /** As source.yaml names it: the sample's own name. */
  pattern: string;
  sample: Sample;
  columns: ColumnPlan[];
  /** Texts that say that there is no value. */
  missing: string[];
  /** The titles that tell its records apart; null: not even all of them do. */
  key: string[] | null;
  feed: FeedName | null;
  mapping: Mapping;
}

export function planFile(sample: Sample, role: string, wanted: FeedName | null): FilePlan {
  const missing = missingOf(sample);
  const columns = planColumns(sample, missing);
  const found = wanted
    ? { feed: wanted, mapping: mapFields(wanted, columns, `${sample.name} ${wanted}`) }
    : recognise(sample.name, columns);
  return {
    role,
    pattern: sample.name,
    sample,
    columns,
    missing,
    key: keyOf(columns),
    feed: found?.feed ?? null,
    mapping: found?.mapping ?? new Map(),
  };
}

/** A text counts as missing where without it a column is more than text, or where it stands in several columns. */
function missingOf({ columns }: Sample): string[] {
  return missingTexts.filter((text) => {
    const having = columns.filter(({ values }) => values.includes(text));
    const typed = having.filter(({ title, values }) => {
      const others = values.filter((value) => !missingTexts.includes(value));
      return others.some((value) => value !== '') && guessColumn(title, others).type !== 'text';
    });
    return having.length > 1 || typed.length > 0;
  });
}

function planColumns({ columns }: Sample, missing: readonly string[]): ColumnPlan[] {
  const names = new Set<string>();
  return columns.map(({ title, path, values: found }, at) => {
    const values = missing.length === 0 ? found : found.map((value) => (missing.includes(value) ? '' : value));
    const personal = personalKind(title, values);
    const guess = guessColumn(title, values);
    return {
      name: nameOf(title, at, names),
      title,
      path,
      values,
      // What is sealed is text, whatever its digits look like.
      guess: personal ? { type: 'text', reads: 'plain', isMoney: false } : guess,
      personal,
    };
  });
}

const MOST_BYTES = 50;

/** A name that needs no quoting where the title allows it; Chinese stays Chinese. */
function nameOf(title: string, at: number, taken: Set<string>): string {
  const bare = plain(title).replace(/^(?=\d)/, 'c_');
  let name = bare === '' || isOfLanding(bare) ? `column_${at + 1}` : bare;
  while (Buffer.byteLength(name) > MOST_BYTES) name = name.slice(0, -1);
  for (let n = 2; taken.has(name); n++) name = `${bare}_${n}`;
  taken.add(name);
  return name;
}

const LONGEST_ROLE = 24;

/** A role's name: the file's, without what only tells days and deliveries apart. */
export function roleOf(file: string, feed: FeedName | null, taken: ReadonlySet<string>): string {
  const words = plain(file.replace(/\..*$/, ''))
    .split('_')
    .filter((word) => /^[a-z]+$/.test(word) && !['dataset', 'export', 'data', 'csv'].includes(word));
  while (words.join('_').length > LONGEST_ROLE) words.pop();
  const base = words.length === 0 ? (feed ?? 'rows') : words.join('_');
  let role = base;
  for (let n = 2; taken.has(role); n++) role = `${base}_${n}`;
  return role;
}
