import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { costOf } from '../graphql/cost.ts';
import { limits } from '../graphql/document-limits.ts';
import { TO_THE_END } from '../graphql/page.ts';
import { Columns, type Column, type Row, type Spread } from './columns.ts';
import type { Asked } from './document.ts';
import { ExportRefused } from './refused.ts';
import { below, definitionOf, fieldsOf, type Fields, type Selecting } from './selection.ts';

/** What is executed for an export, and how its answer becomes rows. */
export interface Plan {
  schema: GraphQLSchema;
  /** The list to its end: executed again and again while it goes on. */
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Asked['variables'];
  columns: Column[];
  rows(data: Row): Iterable<Row>;
  /** Tells how many rows there will be; null where that is known only in the end. */
  count: { document: DocumentNode; operation: OperationDefinitionNode; of(data: Row): number } | null;
  /** Points of cost of one row; of the whole where it is no list with pages. */
  cost: { perRow: number; once: number };
}

type Steps = readonly string[];

interface Found {
  steps: Steps;
  nodes: readonly FieldNode[];
  type: GraphQLObjectType;
}

/** The lists with pages that are reached without passing another list. */
function connectionsIn(selecting: Selecting, type: GraphQLObjectType, fields: Fields, steps: Steps): Found[] {
  return [...fields].flatMap(([name, nodes]) => {
    const field = definitionOf(type, nodes);
    const inner = field && getNamedType(field.type);
    if (!field || !isObjectType(inner) || isListType(getNullableType(field.type))) return [];
    const way = [...steps, name];
    if (inner.name.endsWith('Connection')) return [{ steps: way, nodes, type: inner }];
    return connectionsIn(selecting, inner, below(selecting, nodes), way);
  });
}

const name = (value: string) => ({ kind: Kind.NAME, value }) as const;
const leaf = (of: string): FieldNode => ({ kind: Kind.FIELD, name: name(of) });

/** The same list with another selection and page size, wherever the document asks for it. */
function rewritten(document: DocumentNode, nodes: readonly FieldNode[], size: number, only?: FieldNode): DocumentNode {
  const first = { kind: Kind.ARGUMENT, name: name('first'), value: { kind: Kind.INT, value: String(size) } } as const;
  return visit(document, {
    Field: (node) =>
      nodes.includes(node)
        ? {
            ...node,
            arguments: [...(node.arguments ?? []).filter((argument) => argument.name.value !== 'first'), first],
            ...(only ? { selectionSet: { kind: Kind.SELECTION_SET, selections: [only] } } : {}),
          }
        : undefined,
  });
}

const operationIn = (document: DocumentNode, like: OperationDefinitionNode): OperationDefinitionNode =>
  document.definitions.find(
    (node): node is OperationDefinitionNode =>
      node.kind === Kind.OPERATION_DEFINITION && node.name?.value === like.name?.value,
  ) ?? like;

const reach = (data: Row, steps: Steps): Row | null =>
  steps.reduce<Row | null>((at, step) => (at?.[step] ?? null) as Row | null, data);

const without = (what: string): ExportRefused =>
  new ExportRefused('NOTHING_TO_EXPORT', {
    en: `Select what a row holds: ${what}.`,
    zh: `请选择每行包含的内容：${what}。`,
  });

/** A list with pages, to its end. */
function planOfList({ schema, document, selecting, variables: sent }: Asked, { steps, nodes, type }: Found): Plan {
  const { operation, variables } = selecting;
  const fields = below(selecting, nodes);
  const asNodes = [...fields.values()].find((all) => all[0]?.name.value === 'nodes');
  const edges = [...fields.values()].find((all) => all[0]?.name.value === 'edges') ?? [];
  const edgeType = getNamedType(type.getFields()['edges']!.type) as GraphQLObjectType;
  const rows = asNodes ?? [...below(selecting, edges).values()].find((all) => all[0]?.name.value === 'node');
  if (!rows) throw without('{ nodes { … } }');
  const row = getNamedType((asNodes ? type : edgeType).getFields()[asNodes ? 'nodes' : 'node']!.type);
  const columns = new Columns(selecting).of(row as GraphQLObjectType, below(selecting, rows));
  const selections = rows.flatMap((node) => node.selectionSet?.selections ?? []);
  const whole: FieldNode = { ...leaf('nodes'), selectionSet: { kind: Kind.SELECTION_SET, selections } };
  const made = (size: number, only: FieldNode): DocumentNode => rewritten(document, nodes, size, only);
  const priceOf = (size: number): number => {
    const priced = made(size, whole);
    return costOf(schema, priced, operationIn(priced, operation), variables);
  };
  const listed = made(TO_THE_END, whole);
  const counted = made(1, leaf('totalCount'));
  return {
    schema,
    document: listed,
    operation: operationIn(listed, operation),
    variables: sent,
    columns,
    rows: (data) => (reach(data, steps)?.['nodes'] ?? []) as Row[],
    count: {
      document: counted,
      operation: operationIn(counted, operation),
      of: (data) => (reach(data, steps)?.['totalCount'] ?? 0) as number,
    },
    cost: { perRow: priceOf(2) - priceOf(1), once: 1 },
  };
}

/** Each element of the lists is a row: the answer as it is, every list on the way narrowed to that one. */
function* unwind(at: Row | null, lists: readonly string[]): Generator<Row> {
  const [list, ...inner] = lists;
  if (at === null) return;
  if (list === undefined) yield at;
  else
    for (const each of at[list] as Row[]) for (const narrowed of unwind(each, inner)) yield { ...at, [list]: narrowed };
}

/** Of the lists that are spread, which argument names their elements. */
const namedBy = { key: 'by', comparisons: 'compare' } as const;

/** An answer in one piece: figures, a plain list, an object. */
function planOfAnswer({ schema, document, selecting, variables: sent }: Asked, root: Fields): Plan {
  const { operation, variables } = selecting;
  const query = schema.getQueryType()!;
  const [[alias, nodes] = ['', []]] = root;
  const field = definitionOf(query, nodes);
  const type = field && getNamedType(field.type);
  if (!field || !isObjectType(type))
    throw new ExportRefused('NOTHING_TO_EXPORT', {
      en: `${alias} has no rows. Export a list, figures or another answer with fields.`,
      zh: `${alias} 没有可导出的行。请导出列表、指标或其他含字段的结果。`,
    });
  const args = getArgumentValues(field, nodes[0]!, variables);
  const spread: Spread = new Map(
    Object.entries(namedBy).flatMap(([list, argument]) =>
      Array.isArray(args[argument]) ? [[list, args[argument].map(String)] as const] : [],
    ),
  );
  const columns = new Columns(selecting, spread);
  const isList = isListType(getNullableType(field.type));
  const within = below(selecting, nodes);
  const lists = isList ? [] : columns.unwound(type, within);
  const cost = costOf(schema, document, operation, variables);
  return {
    schema,
    document,
    operation,
    variables: sent,
    columns: columns.of(type, within, lists),
    rows: (data) => (isList ? (data[alias] as Row[]) : unwind(data[alias] as Row | null, lists)),
    count: null,
    cost: { perRow: 0, once: cost },
  };
}

/** What becomes rows, and at what price. The document has been found fit for its principal before. */
export function planOf(asked: Asked): Plan {
  const { schema, selecting } = asked;
  const root = fieldsOf(selecting, [selecting.operation.selectionSet]);
  if (root.size === 0) throw without('{ orders { nodes { … } } }');
  if (root.size > 1)
    throw new ExportRefused('ONE_LIST', {
      en: `An export has one root field; this document asks for ${root.size}: ${[...root.keys()].join(', ')}. Export them one by one.`,
      zh: `每次导出只能有一个根字段，此文档有 ${root.size} 个：${[...root.keys()].join('、')}。请分别导出。`,
    });
  const connections = connectionsIn(selecting, schema.getQueryType()!, root, []);
  if (connections.length > 1)
    throw new ExportRefused('ONE_LIST', {
      en: `An export follows one list; this document asks for ${connections.map(({ steps }) => steps.join('.')).join(', ')}. Export them one by one.`,
      zh: `每次导出只能翻取一个列表，此文档有：${connections.map(({ steps }) => steps.join('.')).join('、')}。请分别导出。`,
    });
  const plan = connections[0] ? planOfList(asked, connections[0]) : planOfAnswer(asked, root);
  if (plan.columns.length === 0) throw without('{ nodes { … } }');
  const price = Math.max(plan.cost.perRow, plan.cost.once);
  if (price > limits.cost)
    throw new ExportRefused('COST_LIMIT', {
      en: `${plan.count ? 'One row' : 'This answer'} would cost ${price} points; ${limits.cost} are allowed. Ask for fewer nested lists.`,
      zh: `${plan.count ? '每行' : '该查询'}需 ${price} 点，上限 ${limits.cost} 点。请减少嵌套列表。`,
    });
  return plan;
}
