import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** `extensions` come last and tell what is left of a budget: they differ where the answer does not. */
const dataOf = (body: string): string => {
  const at = body.lastIndexOf(',"extensions":');
  return at < 0 ? body : body.slice(0, at);
};

/**
 * An answer to GET may be kept by who asked for it, and by nobody between: it belongs to their rights. Whether it still holds only
 * the server knows, so they ask each time and are told in a line where nothing has changed.
 */
export function revalidate(request: FastifyRequest, reply: FastifyReply, body: string): string {
  const told = request.method === 'GET' && reply.statusCode === 200 && body.startsWith('{"data":');
  if (!told || reply.hasHeader('warning')) return body;
  const tag = `W/"${createHash('sha256').update(dataOf(body)).digest('base64url')}"`;
  reply.headers({ 'cache-control': 'private, no-cache', etag: tag, vary: 'authorization, cookie, accept' });
  const known = request.headers['if-none-match']?.split(',').map((each) => each.trim());
  if (!known?.includes(tag)) return body;
  reply.code(304);
  return '';
}
