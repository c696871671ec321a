import type { FastifyInstance, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { audit } from '@rapport/model/schema';
import { pageOfDashboard } from '@rapport/model/vocabulary';
import type { Authenticator } from '../auth/authenticate.ts';
import { badInput, Refusal } from '../graphql/refusal.ts';
import { actorOf } from '../operations/actor.ts';
import { PrintRefused, type Printing, type PrintOrder } from '../printing/printing.ts';
import { principalOf, SESSION_COOKIE } from './guard.ts';

interface Prints {
  pool: pg.Pool;
  authenticator: Authenticator;
  printing: Printing | null;
}

const noBrowser = (): Refusal =>
  new Refusal(
    'NOT_FOUND',
    {
      en: 'This server has no browser to print with. Print from your own (Ctrl P), or ask an operator: "Reports" in docs/operations.',
      zh: '此服务器没有可用于打印的浏览器。请用您的浏览器打印（Ctrl P），或联系运维：见 docs/operations 的 Reports 一节。',
    },
    { status: 503 },
  );

/** A page of ours and nothing else: what is opened is opened with the reader's own session. */
function checkedPage(page: unknown): string {
  const found = pageOfDashboard(page);
  if (found) return found.pathname + found.search;
  throw badInput('page', {
    en: 'page: the part of a page’s address after the host, such as /delivery?grain=MONTH.',
    zh: 'page：页面地址中主机名之后的部分，例如 /delivery?grain=MONTH。',
  });
}

const ownIsPrinted = (): Refusal =>
  new Refusal(
    'OVERLOADED',
    {
      en: 'A page of yours is being printed. Wait for it, then print the next.',
      zh: '您的另一页正在打印，请待其完成后再试。',
    },
    { status: 503, retryAfter: 10 },
  );

function holder(request: FastifyRequest): PrintOrder['as'] {
  const key = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return key === undefined ? { session: request.cookies[SESSION_COOKIE] ?? '' } : { key };
}

function refusalOf({ code, text }: PrintRefused): Refusal {
  if (code === 'NO_BROWSER') return noBrowser();
  return new Refusal(code === 'BUSY' ? 'OVERLOADED' : 'TIMED_OUT', text, { status: 503, retryAfter: 10 });
}

/** `GET /print?page=/delivery&paper=landscape`: a page as PDF, as the one who asks sees it. */
export function printRoute(app: FastifyInstance, { pool, authenticator, printing: printer }: Prints): void {
  // A browser prints one page after the other: nobody takes more than one place in the queue.
  const printing = new Set<string>();
  app.get('/print', { exposeHeadRoute: false }, async (request, reply) => {
    const principal = await principalOf(request, authenticator);
    const { page, paper } = request.query as { page?: unknown; paper?: unknown };
    const order = { page: checkedPage(page), landscape: paper !== 'portrait', as: holder(request) };
    if (!printer) throw noBrowser();
    if (printing.has(principal.id)) throw ownIsPrinted();
    printing.add(principal.id);
    const { pdf, title } = await printer
      .print(order)
      .catch((error: unknown) => {
        throw error instanceof PrintRefused ? refusalOf(error) : error;
      })
      .finally(() => printing.delete(principal.id));
    const detail = { page: order.page, bytes: pdf.length };
    await audit(pool, { actor: actorOf(principal), action: 'page.print', subject: 'page', detail });
    return reply
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${title}.pdf`)}`)
      .type('application/pdf')
      .send(Buffer.from(pdf));
  });
}
