import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../gql/index.ts';
import type { UserErrorLineFragment as UserError } from '../gql/graphql.ts';

export type { UserError };

/** Why something was refused; a mutation asks for it as `...UserErrorLine`. */
graphql(`
  fragment UserErrorLine on UserError {
    code
    field
    text {
      en
      zh
    }
  }
`);

interface Answered {
  userErrors: readonly UserError[];
}

/** Something an operator has done: what came of it, why it was refused, and every figure on the page asked again once it was done. */
export interface Operation<Input, Result> {
  run(input: Input): void;
  clear(): void;
  busy: boolean;
  /** The answer, where nothing was refused. */
  done: Result | undefined;
  refused: readonly UserError[];
  failure: unknown;
}

interface Ways<Result> {
  onDone?: (result: Result) => void;
  /** It changes nothing: what is on the page stays as it is. */
  reads?: boolean;
}

export function useOperation<Input, Result extends Answered>(
  perform: (input: Input) => Promise<Result>,
  { onDone, reads }: Ways<Result> = {},
): Operation<Input, Result> {
  const client = useQueryClient();
  const { mutate, reset, isPending, data, error } = useMutation({
    mutationFn: perform,
    onSuccess: async (result) => {
      if (result.userErrors.length > 0) return;
      onDone?.(result);
      if (!reads) await client.invalidateQueries();
    },
  });
  const refused = data?.userErrors ?? [];
  return {
    run: mutate,
    clear: reset,
    busy: isPending,
    done: data && refused.length === 0 ? data : undefined,
    refused,
    failure: error,
  };
}
