import {
  astFromValue,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
  valueFromASTUntyped,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

type Values = Record<string, unknown>;

/** Members that may be left out though they are never null. */
const isFilled = ({ type, defaultValue }: GraphQLInputField): boolean =>
  isNonNullType(type) && defaultValue !== undefined;

const filling = new WeakMap<GraphQLInputObjectType, boolean>();

/** Does anything of this type, or below it, have to be filled in? Types may hold themselves. */
function needsFilling(type: GraphQLInputType): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return false;
  const known = filling.get(named);
  if (known !== undefined) return known;
  filling.set(named, false);
  const needs = Object.values(named.getFields()).some((field) => isFilled(field) || needsFilling(field.type));
  filling.set(named, needs);
  return needs;
}

/** As a client would have written it. */
function asWritten({ type, defaultValue }: GraphQLInputField): unknown {
  const node = astFromValue(defaultValue, type);
  return node ? valueFromASTUntyped(node) : undefined;
}

function filled(value: unknown, type: GraphQLInputType): unknown {
  if (value === null || value === undefined || !needsFilling(type)) return value;
  const nullable = getNullableType(type);
  if (isListType(nullable))
    return Array.isArray(value) ? value.map((item) => filled(item, nullable.ofType)) : filled(value, nullable.ofType);
  if (!isInputObjectType(nullable)) return value;
  const given = value as Values;
  const members = Object.values(nullable.getFields()).flatMap((field): [string, unknown][] => {
    const inner = given[field.name];
    if (inner === undefined) return isFilled(field) ? [[field.name, asWritten(field)]] : [];
    return [[field.name, filled(inner, field.type)]];
  });
  return Object.fromEntries(members);
}

/** Variables with all defaults written out: to the compiler neither a required variable nor a member that is never null has one. */
export function withDefaults(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Values): Values {
  const written: Values = {};
  for (const { variable, type: node, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const left = variables[name] === undefined;
    const value = left && defaultValue ? valueFromASTUntyped(defaultValue) : variables[name];
    const type = typeFromAST(schema, node as never);
    const whole = isInputType(type) ? filled(value, type) : value;
    if (whole !== variables[name]) written[name] = whole;
  }
  return Object.keys(written).length === 0 ? variables : { ...variables, ...written };
}
