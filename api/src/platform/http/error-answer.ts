import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { LogLine } from '../../config.ts';
import { toldError } from '../telemetry/told-error.ts';
import { refusalBehind } from '../graphql/errors.ts';

interface ErrorBody {
  errors: { message: string; extensions: Record<string, unknown> }[];
}

const body = (code: string, message: string, more: Record<string, unknown> = {}): ErrorBody => ({
  errors: [{ message, extensions: { code, ...more } }],
});

const clientMistakes: Record<string, { code: string; message: string }> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    code: 'BODY_TOO_LARGE',
    message: 'The request body is larger than 100 kB. Send it in parts.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: 'UNSUPPORTED_MEDIA_TYPE', message: 'Send the query as application/json.' },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'BAD_REQUEST', message: 'The request body is not valid JSON.' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'BAD_REQUEST', message: 'The request body is empty.' },
};

/** Errors outside GraphQL, in the shape GraphQL clients know: a message and a code, never a stack. */
export function errorAnswer(log: (line: LogLine) => void) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): unknown => {
    // A reader who leaves a page ends its requests half-way: nobody is there to answer, and nothing of ours failed.
    if (request.raw.destroyed && error.code === 'ERR_STREAM_PREMATURE_CLOSE') return reply;
    const refusal = refusalBehind(error);
    if (refusal) {
      const { http, ...extensions } = refusal.extensions as { http?: { status: number }; code: string };
      const status = http?.status ?? 400;
      if (status === 401) reply.header('www-authenticate', 'Bearer realm="rapport"');
      if (status === 503) reply.header('retry-after', '1');
      return reply.code(status).send(body(extensions.code, refusal.message, extensions));
    }
    const status = error.statusCode ?? 500;
    if (status < 500) {
      const mistake = clientMistakes[error.code] ?? {
        code: 'BAD_REQUEST',
        message: 'This request cannot be understood.',
      };
      return reply.code(status).send(body(mistake.code, mistake.message));
    }
    const errorId = randomUUID();
    log({ level: 'error', event: 'unexpected_error', errorId, ...toldError(error) });
    return reply
      .code(500)
      .send(body('INTERNAL', `Something went wrong on our side. Tell the operator this id: ${errorId}`, { errorId }));
  };
}

export const notFoundBody = body('NOT_FOUND', 'There is nothing here.');
