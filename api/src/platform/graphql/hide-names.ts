import type { GraphQLFormattedError } from 'graphql';
import { forbidden, shown } from './refusal.ts';

/**
 * graphql-js names fields, types and enum values in its messages. Who may not introspect must not learn them from errors either,
 * nor tell what does not exist from what is forbidden. Our own refusals carry `text` and pass.
 */
export function hideNames(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[] {
  if (errors.some(isValidation)) return [shown(forbidden())];
  return errors.map((error) => (namesInputs(error) ? { ...error, message: whichVariable(error) } : error));
}

export const isValidation = (error: GraphQLFormattedError): boolean =>
  error.extensions?.['code'] === 'GRAPHQL_VALIDATION_FAILED';

const namesInputs = (error: GraphQLFormattedError): boolean =>
  error.extensions?.['code'] === 'BAD_USER_INPUT' && !error.extensions['text'];

function whichVariable(error: GraphQLFormattedError): string {
  const variable = /^Variable "(\$\w+)"/.exec(error.message)?.[1];
  return `The value of ${variable ?? 'an argument'} does not fit what the query needs there.`;
}
