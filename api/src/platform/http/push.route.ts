import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Queryable } from '@rapport/model/schema';
import type { LocalizedText, PushAnswer, RowAnswer } from '@rapport/model/vocabulary';
import { sourceOfKey } from '../auth/feed-keys.ts';
import type { Intake } from '../push/intake.ts';

const BODY_LIMIT = 10 * 1024 * 1024;
const LONGEST_KEY = 200;
const FORMATS = ['application/x-ndjson', 'application/ndjson', 'application/jsonl', 'application/x-jsonlines'];

interface Answer {
  status: number;
  body: object;
  retryAfterSeconds?: number;
}

const refusal = (status: number, code: string, text: LocalizedText, more: object = {}): Answer => ({
  status,
  body: { error: { code, message: text.en, text }, ...more },
});

/** `POST /ingest/<feed>`: rows of a feed, one JSON object a line. `GET /ingest/batches/<batch>`: what became of them. */
export async function pushRoutes(app: FastifyInstance, intake: Intake, db: Queryable): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(FORMATS, { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_, body, done) =>
      done(null, body),
    );
    scope.addContentTypeParser('*', (_, __, done) => done(null, null));
    const sources = new WeakMap<FastifyRequest, string>();
    // Who brings rows is settled before any of them is read.
    scope.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const key = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
      const source = key === undefined ? null : await sourceOfKey(db, key);
      if (source === null) return send(reply.header('www-authenticate', 'Bearer realm="rapport"'), noKey);
      sources.set(request, source);
    });
    scope.post('/ingest/:feed', async (request, reply) => {
      const { feed } = request.params as { feed: string };
      const idempotencyKey = request.headers['idempotency-key'];
      if (typeof idempotencyKey !== 'string' || idempotencyKey === '' || idempotencyKey.length > LONGEST_KEY)
        return send(reply, noIdempotencyKey);
      if (!Buffer.isBuffer(request.body)) return send(reply, otherFormat);
      const delivery = { source: sources.get(request) ?? '', feed, idempotencyKey, body: request.body };
      return send(reply, answerOf(feed, await intake.accept(delivery)));
    });
    scope.get('/ingest/batches/:batch', async (request, reply) => {
      const { batch } = request.params as { batch: string };
      const state = await intake.batch(sources.get(request) ?? '', batch);
      return send(reply, state ? { status: 200, body: state } : noBatch);
    });
  });
}

function send(reply: FastifyReply, { status, body, retryAfterSeconds }: Answer): FastifyReply {
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  return reply.code(status).send(body);
}

function answerOf(feed: string, answer: PushAnswer): Answer {
  switch (answer.outcome) {
    case 'accepted':
      return {
        status: 202,
        body: { batch: answer.batch, feed, repeated: answer.repeated, ...counted(answer.rows), rows: answer.rows },
      };
    case 'nothing_accepted':
      return refusal(
        422,
        'NOTHING_ACCEPTED',
        {
          en: 'No row keeps the contract; nothing was taken. Each row below says why. Mend them and send them with a new idempotency key.',
          zh: '没有一行符合数据契约，未接收任何数据。原因见各行；修正后请用新的幂等键重新发送。',
        },
        { feed, ...counted(answer.rows), rows: answer.rows },
      );
    case 'empty':
      return refusal(400, 'EMPTY_BODY', {
        en: 'The body holds no row. Send one JSON object a line.',
        zh: '请求体中没有数据行，请每行发送一个 JSON 对象。',
      });
    case 'too_many_rows':
      return refusal(413, 'TOO_MANY_ROWS', {
        en: `A body has at most ${answer.most} rows. Send them in parts, each with an idempotency key of its own.`,
        zh: `单次最多 ${answer.most} 行，请分批发送，每批使用各自的幂等键。`,
      });
    case 'unknown_feed':
      return refusal(404, 'UNKNOWN_FEED', {
        en: `There is no feed “${feed.slice(0, 40)}”. Known: ${answer.known.join(', ')}.`,
        zh: `没有数据源类型“${feed.slice(0, 40)}”。可用：${answer.known.join('、')}。`,
      });
    case 'not_pushed_to':
      return refusal(409, 'NOT_PUSHED_TO', {
        en: `The source ${answer.source} of this key takes no pushed rows. Its source.yaml must say "push: true".`,
        zh: `此密钥所属的数据源 ${answer.source} 不接收推送，请在其 source.yaml 中写明 push: true。`,
      });
    case 'key_reused':
      return refusal(422, 'IDEMPOTENCY_KEY_REUSED', {
        en: 'This idempotency key came before with another body. Nothing was taken. Use a new key for new rows.',
        zh: '该幂等键曾用于不同的请求体，未接收任何数据。新数据请使用新的幂等键。',
      });
    case 'full':
      return {
        ...refusal(429, 'BACK_PRESSURE', {
          en: `Too much waits to be published. Nothing was taken. Send it again in ${answer.retryAfterSeconds} seconds, with the same idempotency key.`,
          zh: `待发布的数据过多，未接收本次请求。请在 ${answer.retryAfterSeconds} 秒后以相同幂等键重试。`,
        }),
        retryAfterSeconds: answer.retryAfterSeconds,
      };
  }
}

function counted(rows: readonly RowAnswer[]): { accepted: number; refused: number } {
  const accepted = rows.filter(({ status }) => status === 'accepted').length;
  return { accepted, refused: rows.length - accepted };
}

const noKey = refusal(401, 'UNAUTHENTICATED', {
  en: 'Send `Authorization: Bearer rpf_…`: a key that is known, not expired and not revoked. An operator makes one with `rapport key create --for-source <source>`.',
  zh: '请发送有效的 Authorization: Bearer rpf_…，可由运维用 rapport key create --for-source <数据源> 创建。',
});
const noIdempotencyKey = refusal(400, 'IDEMPOTENCY_KEY_MISSING', {
  en: `Send the header Idempotency-Key, 1 to ${LONGEST_KEY} characters, another for every body: the same body sent again is then taken once.`,
  zh: `请发送请求头 Idempotency-Key（1 至 ${LONGEST_KEY} 个字符），每个请求体各用一个，重发时不会重复接收。`,
});
const otherFormat = refusal(415, 'UNSUPPORTED_MEDIA_TYPE', {
  en: 'Send rows as application/x-ndjson: UTF-8, one JSON object a line.',
  zh: '请以 application/x-ndjson 发送：UTF-8 编码，每行一个 JSON 对象。',
});
const noBatch = refusal(404, 'NOT_FOUND', {
  en: 'This source has no such batch.',
  zh: '该数据源没有此批次。',
});
