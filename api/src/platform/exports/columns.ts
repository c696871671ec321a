import {
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { below, definitionOf, type Fields, type Selecting } from './selection.ts';

/** What the cells of a column hold. A decimal is text that is a number exactly; a list or a page in a cell is JSON. */
export type ColumnKind = 'text' | 'int' | 'float' | 'boolean' | 'date' | 'instant' | 'decimal' | 'json';

export interface Column {
  /** The way to it in the answer: `region.label.en`. */
  name: string;
  kind: ColumnKind;
  read: (row: Row) => unknown;
}

/** One row as the answer has it. */
export type Row = Readonly<Record<string, unknown>>;

const kinds: Record<string, ColumnKind> = {
  Int: 'int',
  Float: 'float',
  Boolean: 'boolean',
  LocalDate: 'date',
  DateTime: 'instant',
};

function reader(path: readonly string[]): Column['read'] {
  const [first = '', second, third, ...more] = path;
  if (second === undefined) return (row) => row[first];
  if (third === undefined) return (row) => (row[first] as Row | null)?.[second];
  if (more.length === 0) return (row) => ((row[first] as Row | null)?.[second] as Row | null)?.[third];
  return (row) => path.reduce<unknown>((value, name) => (value as Row | null | undefined)?.[name], row);
}

type Field = GraphQLField<unknown, unknown>;

const isList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type));

function kindOf(parent: GraphQLObjectType, name: string, type: GraphQLOutputType): ColumnKind | null {
  const named = getNamedType(type);
  if (isList(type) || named.name.endsWith('Connection')) return 'json';
  if (isObjectType(named)) return null;
  if (parent.name === 'Money' && name === 'amount') return 'decimal';
  return kinds[named.name] ?? 'text';
}

/** Lists whose elements an argument names one by one: a column each, where another list is one cell. */
export type Spread = ReadonlyMap<string, readonly string[]>;

/** A place in the answer: the names that tell it in a column's name, and the steps that lead there. */
interface Place {
  names: readonly string[];
  steps: readonly string[];
}

/** The columns of a selection, in its order: an object adds those of its fields, a list is one cell. */
export class Columns {
  readonly #selecting: Selecting;
  readonly #spread: Spread;

  constructor(selecting: Selecting, spread: Spread = new Map()) {
    this.#selecting = selecting;
    this.#spread = spread;
  }

  /** `unwound` names the lists that are no cells, outermost first, for each of their elements is a row of its own. */
  of(type: GraphQLObjectType, fields: Fields, unwound: readonly string[] = [], at?: Place): Column[] {
    return [...fields].flatMap(([name, nodes]): Column[] => {
      const place = { names: [...(at?.names ?? []), name], steps: [...(at?.steps ?? []), name] };
      const field = definitionOf(type, nodes);
      const inner = field && getNamedType(field.type);
      const isUnwound = unwound[0] === name;
      const spread = this.#spreadOf(field, inner);
      if (field && isObjectType(inner) && (isUnwound || spread)) {
        const within = below(this.#selecting, nodes);
        if (!spread) return this.of(inner, within, unwound.slice(1), place);
        return spread.flatMap((each, n) =>
          this.of(inner, within, [], { names: [...place.names, each], steps: [...place.steps, String(n)] }),
        );
      }
      const kind = field ? kindOf(type, field.name, field.type) : 'text';
      if (kind !== null) return [{ name: place.names.join('.'), kind, read: reader(place.steps) }];
      return this.of(inner as GraphQLObjectType, below(this.#selecting, nodes), unwound, place);
    });
  }

  /** The lists to unwind, outermost first: as long as a level has one list of objects and no second. */
  unwound(type: GraphQLObjectType, fields: Fields): string[] {
    const lists = [...fields].flatMap(([name, nodes]) => {
      const field = definitionOf(type, nodes);
      const inner = field && getNamedType(field.type);
      if (!field || !isObjectType(inner) || !isList(field.type) || this.#spreadOf(field, inner)) return [];
      return [{ name, inner, nodes }];
    });
    const [only, second] = lists;
    if (!only || second) return [];
    return [only.name, ...this.unwound(only.inner, below(this.#selecting, only.nodes))];
  }

  #spreadOf(field: Field | undefined, inner: unknown): readonly string[] | undefined {
    return field && isObjectType(inner) && isList(field.type) ? this.#spread.get(field.name) : undefined;
  }
}
