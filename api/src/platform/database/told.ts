import type { AskedFields } from '../graphql/asked.ts';

/** What a field is made of; without `by` it has a resolver of its own, which needs these columns. */
interface Made<Row, Value> {
  of: readonly (keyof Row & string)[];
  by?: (row: Row) => Value;
}

/**
 * How rows become what the API tells. A field is the column of its own name, else it is made of others. A page is asked for a few of
 * many fields: only their columns are read, and only the joins that those columns speak of.
 */
export interface Telling<Row, Node> {
  /** The expression behind each column of the row. */
  columns: Readonly<Record<keyof Row & string, string>>;
  /** Columns by which other readers find the row: read with every question. */
  always: readonly (keyof Row & string)[];
  made: { readonly [Field in keyof Node]?: Made<Row, Node[Field]> } & Readonly<Record<string, Made<Row, unknown>>>;
  /** What is joined where a column speaks of its alias, in this order. */
  joins: Readonly<Record<string, string>>;
}

export interface Reading<Row, Node> {
  /** The select list. */
  columns: string;
  joins: string;
  node: (row: Row) => Node;
  /** The columns of a relation that list and joins speak of, and those of `more`. */
  columnsOf: (alias: string, more: string) => string;
}

/** Makes the readings of a relation: one for each set of fields that documents ask for. */
export class Told<Row extends object, Node> {
  readonly #telling: Telling<Row, Node>;
  readonly #type: string;
  readonly #readings = new WeakMap<ReadonlySet<string>, Reading<Row, Node>>();
  readonly #everything: Reading<Row, Node>;

  /** `type` is the name of the GraphQL type. */
  constructor(type: string, telling: Telling<Row, Node>) {
    this.#type = type;
    this.#telling = telling;
    this.#everything = this.#reading(new Set([...Object.keys(telling.columns), ...Object.keys(telling.made)]));
  }

  /** What the fields take that a document asks for; without a document all of them. */
  asked(asked: AskedFields | null): Reading<Row, Node> {
    const fields = asked && (asked.get(this.#type) ?? new Set<string>());
    if (!fields) return this.#everything;
    let reading = this.#readings.get(fields);
    if (!reading) this.#readings.set(fields, (reading = this.#reading(fields)));
    return reading;
  }

  #reading(fields: ReadonlySet<string>): Reading<Row, Node> {
    const { columns, always, made, joins } = this.#telling;
    const wanted = new Set<string>(always);
    const makers: [string, (row: Row) => unknown][] = [];
    for (const field of fields) {
      const how = made[field];
      for (const column of how ? how.of : field in columns ? [field] : []) wanted.add(column);
      if (how?.by) makers.push([field, how.by]);
    }
    const list = Object.entries<string>(columns)
      .filter(([name]) => wanted.has(name))
      .map(([name, sql]) => `${sql} as "${name}"`)
      .join(', ');
    const joined = Object.entries(joins)
      .filter(([alias]) => new RegExp(`\\b${alias}\\.`).test(list))
      .map(([, sql]) => sql)
      .join(' ');
    return { columns: list, joins: joined, node: nodeBy(makers), columnsOf: mentioned(`${list} ${joined}`) };
  }
}

/** The row itself is the node: its columns stay where they are, what is made of them is put beside. */
function nodeBy<Row extends object, Node>(makers: readonly [string, (row: Row) => unknown][]): (row: Row) => Node {
  if (makers.length === 0) return (row) => row as unknown as Node;
  return (row) => {
    const values = makers.map(([, by]) => by(row));
    const node = row as Record<string, unknown>;
    for (let index = 0; index < makers.length; index += 1) node[makers[index]![0]] = values[index];
    return node as unknown as Node;
  };
}

const mentioned =
  (sql: string) =>
  (alias: string, more: string): string => {
    const found = `${sql} ${more}`.matchAll(new RegExp(`\\b${alias}\\.(\\w+)`, 'g'));
    return [...new Set(Array.from(found, ([, column]) => `${alias}.${column}`))].join(', ');
  };
