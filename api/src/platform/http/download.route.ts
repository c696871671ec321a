import { timingSafeEqual } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { send } from '@fastify/send';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { audit } from '@rapport/model/schema';
import type { Authenticator } from '../auth/authenticate.ts';
import type { Principal } from '../auth/principal.ts';
import { signatureOf, type Exports } from '../exports/exports.ts';
import { readExport, type KeptExport } from '../exports/exports.reader.ts';
import { formats } from '../exports/formats/index.ts';
import { Refusal } from '../graphql/refusal.ts';
import { actorOf } from '../operations/actor.ts';
import { holderOf } from './guard.ts';

interface Downloads {
  pool: pg.Pool;
  authenticator: Authenticator;
  exports: Exports;
}

/** The same words for what is not there and for what is somebody else's. */
const notThere = (): Refusal =>
  new Refusal(
    'NOT_FOUND',
    {
      en: 'You have no such file. Ask `exports` for the address of yours.',
      zh: '您没有此文件，请用 exports 查询您的下载地址。',
    },
    { status: 404 },
  );

const gone = (): Refusal =>
  new Refusal(
    'EXPIRED',
    {
      en: 'This file has expired and was removed. Start the export again: mutation `repeatExport`.',
      zh: '文件已过期并删除，请用 repeatExport 重新导出。',
    },
    { status: 410 },
  );

const otherRights = (): Refusal =>
  new Refusal(
    'FORBIDDEN',
    {
      en: 'What you may see has changed since this file was made. Export it anew.',
      zh: '文件生成后您的权限已变更，请重新导出。',
    },
    { status: 403 },
  );

const noSuchRange = (bytes: number): Refusal =>
  new Refusal(
    'BAD_USER_INPUT',
    {
      en: `The file has ${bytes} bytes; the range asked for lies outside.`,
      zh: `文件共 ${bytes} 字节，请求的范围超出文件。`,
    },
    { field: 'range', status: 416 },
  );

function isSigned(kept: KeptExport, signature: unknown): boolean {
  const right = Buffer.from(signatureOf(kept));
  const given = Buffer.from(typeof signature === 'string' ? signature : '');
  return given.length === right.length && timingSafeEqual(given, right);
}

/** Refuses whoever did not make it, may see something else now, or comes too late. */
function assertMayFetch(kept: KeptExport | null, principal: Principal, signature: unknown): KeptExport {
  if (!kept || kept.holderId !== principal.id || !isSigned(kept, signature)) throw notThere();
  if (kept.role !== principal.role || !isDeepStrictEqual(kept.scope, principal.scope)) throw otherRights();
  if (kept.state === 'expired') throw gone();
  if (kept.state !== 'done') throw notThere();
  return kept;
}

const attachment = ({ name, format }: KeptExport): string => {
  const plain = `${name}.${format}`.replaceAll(/[^\x20-\x7E]|["\\]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`;
};

/** `GET /downloads/<export>/<file name>`: the file of an export, whole or a range of it, for its owner. */
export function downloadRoute(app: FastifyInstance, { pool, authenticator, exports }: Downloads): void {
  const principals = new WeakMap<FastifyRequest, Principal>();
  app.route({
    method: 'GET',
    url: '/downloads/:id/:name',
    exposeHeadRoute: false,
    onRequest: async (request: FastifyRequest) => {
      principals.set(request, await holderOf(request, authenticator));
      // A range is one of the file as it lies there: packed on the way it would be another.
      if (request.headers.range !== undefined) request.headers['x-no-compression'] = 'true';
    },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const { id } = request.params as { id: string };
      const { signature } = request.query as { signature?: unknown };
      const principal = principals.get(request)!;
      const kept = assertMayFetch(await readExport(pool, id), principal, signature);
      const sent = await send(request.raw, encodeURI(`${kept.id}.${kept.format}`), {
        root: exports.directory,
        cacheControl: false,
        dotfiles: 'deny',
      });
      if (sent.type !== 'file') {
        if (sent.statusCode !== 416) throw notThere();
        reply.header('content-range', `bytes */${kept.bytes}`);
        throw noSuchRange(kept.bytes);
      }
      const detail = { format: kept.format, rows: kept.rows, bytes: kept.bytes, range: request.headers.range ?? null };
      const entry = { actor: actorOf(principal), action: 'export.download', subject: `export ${kept.id}`, detail };
      await audit(pool, entry).catch((error: unknown) => {
        sent.stream.destroy();
        throw error;
      });
      return reply
        .code(sent.statusCode)
        .headers(sent.headers)
        .header('cache-control', 'private, no-store')
        .header('content-type', formats[kept.format].mediaType)
        .header('content-disposition', attachment(kept))
        .send(sent.stream);
    },
  });
}
