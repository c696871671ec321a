import { ArgsType, Field, Int, type ClassType } from 'type-graphql';
import { OutputType } from './roles.ts';
import { PageInfo } from './shared.type.ts';
import { Refusal } from './refusal.ts';
import type { Role } from '@rapport/model/vocabulary';

const PAGE_LIMIT = 100;
/** The page size that stands for “to the end”: no list is that long. See streamed-reads.ts. */
export const TO_THE_END = 2_000_000_000;

export interface PageArgs {
  first: number;
  after?: string | null;
}

/** Sizes outside 1 … 100 never get here: the gate refuses them with the price of the query. */
@ArgsType()
export class PageArguments implements PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: 20, description: 'Rows of this page, 1 to 100.' })
  first!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The `endCursor` of the page before; without it the first page.',
  })
  after?: string | null;
}

interface PageEdge<Node> {
  cursor: string;
  node: Node;
}

/** A page as resolvers return it; `totalCount` is counted only when it is asked for. */
export interface Page<Node> {
  edges: PageEdge<Node>[];
  nodes: Node[];
  pageInfo: PageInfo;
  totalCount: () => Promise<number>;
}

export type SortKey = string | number | null;

/** A keyset cursor: the sort keys of a row, and the order they belong to, opaque to clients. */
export function encodeCursor(order: string, keys: SortKey[]): string {
  return Buffer.from(JSON.stringify([order, ...keys])).toString('base64url');
}

export function decodeCursor(cursor: string | null | undefined, order: string, length: number): SortKey[] | undefined {
  if (cursor === null || cursor === undefined) return undefined;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(parsed) &&
      parsed.length === length + 1 &&
      parsed[0] === order &&
      parsed.every((key) => key === null || typeof key !== 'object')
    ) {
      return parsed.slice(1) as SortKey[];
    }
  } catch {
    // falls through to the one refusal: what is wrong with a cursor is not told
  }
  throw badCursor();
}

export function badCursor(): Refusal {
  return new Refusal(
    'BAD_CURSOR',
    {
      en: 'This cursor does not belong to this list in this order. Start again without `after`.',
      zh: '该游标不属于此列表或此排序，请去掉 after 重新开始。',
    },
    { field: 'after' },
  );
}

export function assertPageSize(first: unknown): void {
  if (typeof first === 'number' && first >= 1 && first <= PAGE_LIMIT) return;
  throw new Refusal(
    'PAGE_LIMIT',
    {
      en: `A page has 1 to ${PAGE_LIMIT} rows; first: ${String(first)} was asked for. Ask for less and follow endCursor.`,
      zh: `每页 1 至 ${PAGE_LIMIT} 行，请求的 first 为 ${String(first)}。请减小 first 并用 endCursor 翻页。`,
    },
    { field: 'first', status: 400 },
  );
}

/** Turns `first + 1` rows into a page: the extra row only tells that more follow. Cursors are made where they are asked for. */
export function pageOf<Row, Node>(
  rows: Row[],
  first: number,
  read: { cursor: (row: Row) => string; node: (row: Row) => Node; count: () => Promise<number> },
): Page<Node> {
  const shown = rows.length > first ? rows.slice(0, first) : rows;
  const nodes = first === TO_THE_END ? inPlace(shown, read.node) : shown.map(read.node);
  return {
    get edges() {
      return shown.map((row, at) => ({
        get cursor() {
          return read.cursor(row);
        },
        node: nodes[at]!,
      }));
    },
    nodes,
    pageInfo: {
      hasNextPage: rows.length > first,
      get endCursor() {
        const last = shown.at(-1);
        return last === undefined ? null : read.cursor(last);
      },
    },
    totalCount: read.count,
  };
}

/** A list that is read to its end needs no places to go on behind: its rows become nodes where they lie, and are let go of with them. */
function inPlace<Row, Node>(rows: Row[], node: (row: Row) => Node): Node[] {
  const nodes = rows as unknown[] as Node[];
  for (let at = 0; at < rows.length; at += 1) nodes[at] = node(rows[at]!);
  return nodes;
}

/** For what the tables promise to be there: its absence is a fault of ours, never of the client. */
export function found<Value>(value: Value | null, what: string): Value {
  if (value === null) throw new Error(`Expected ${what}, found nothing.`);
  return value;
}

/** The Relay connection of a type: `<Name>Edge` and `<Name>Connection`. */
export function connectionOf<Node extends object>(
  Type: ClassType<Node>,
  name: string,
  what: string,
  roles: readonly Role[],
): ClassType<Page<Node>> {
  @OutputType({
    name: `${name}Edge`,
    roles: roles,
    description: `One of the ${what}, and where it stands in the list.`,
  })
  class Edge implements PageEdge<Node> {
    @Field(() => String, { description: 'Opaque; pass it as `after` to continue behind this row.' })
    cursor!: string;

    @Field(() => Type, { description: 'The row itself.' })
    node!: Node;
  }

  @OutputType({ name: `${name}Connection`, roles: roles, description: `A page of ${what}.` })
  class Connection {
    @Field(() => [Edge], { description: 'The rows of this page with their cursors.' })
    edges!: Edge[];

    @Field(() => [Type], { description: 'The rows of this page.' })
    nodes!: Node[];

    @Field(() => PageInfo, { description: 'Whether more rows follow.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'All rows that match, on every page. Counted only when asked for.' })
    totalCount!: () => Promise<number>;
  }
  return Connection;
}
