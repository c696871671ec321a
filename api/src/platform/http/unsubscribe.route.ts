import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Operations } from '../operations/index.ts';

type Language = 'en' | 'zh';

const words = {
  ask: { en: 'Stop receiving this report?', zh: '不再接收这份报告？' },
  why: {
    en: 'Only your own address is taken off; others go on receiving it.',
    zh: '仅移除您的地址，其他收件人不受影响。',
  },
  yes: { en: 'Unsubscribe', zh: '退订' },
  done: { en: 'You will not receive this report any more.', zh: '您不会再收到这份报告。' },
  unknown: {
    en: 'This link is not valid any more: the report was removed, or the link is incomplete.',
    zh: '链接已失效：报告已删除，或链接不完整。',
  },
} as const;

const page = (
  language: Language,
  inner: string,
): string => `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>Rapport</title>
<style>body{font:16px/1.5 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:32em;margin:12vh auto;padding:0 20px;color:#12161d}
button{font:inherit;padding:9px 18px;border:0;border-radius:7px;background:#12161d;color:#fff}</style>
<main>${inner}</main></html>`;

const languageOf = (accepted: string | undefined): Language => (/^\s*zh/i.test(accepted ?? '') ? 'zh' : 'en');

function answer(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .type('text/html; charset=utf-8')
    .send(html);
}

/** For recipients, who need no account: looking at the link changes nothing, since mail programs look ahead. */
export async function unsubscribeRoutes(app: FastifyInstance, operations: Operations | null): Promise<void> {
  // In a scope of its own: nowhere else may a foreign page's form be taken for a request.
  await app.register(async (scope) => {
    // What a form or a mail program's own button sends; the link says all that matters.
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, __, done) =>
      done(null, {}),
    );
    scope.get('/unsubscribe', { exposeHeadRoute: false }, (request, reply) => {
      const say = languageOf(request.headers['accept-language']);
      const form = `<h1>${words.ask[say]}</h1><p>${words.why[say]}</p><form method="post"><button>${words.yes[say]}</button></form>`;
      return answer(reply, 200, page(say, form));
    });
    scope.post('/unsubscribe', async (request, reply) => {
      const say = languageOf(request.headers['accept-language']);
      const { token } = request.query as { token?: unknown };
      const known = typeof token === 'string' && operations !== null && (await operations.reports.unsubscribe(token));
      return answer(reply, known ? 200 : 404, page(say, `<h1>${(known ? words.done : words.unknown)[say]}</h1>`));
    });
  });
}
