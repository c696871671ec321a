import type { FastifyInstance } from 'fastify';
import type { Provider } from '../auth/provider/provider.ts';
import { beginProviderSignIn, endProviderSignIn } from '../auth/provider/sign-in.ts';
import { giveSession, sessionOf } from './session-cookie.ts';
import type { SignInParts } from './sign-in-parts.ts';

/** Ties the answer to the browser that asked; gone with it. */
const BROWSER_COOKIE = 'rapport_sign_in';
const HERE = '/sign-in/provider';

interface AnswerQuery {
  Querystring: { state?: unknown };
}

/** To the identity provider and back. */
export function providerRoutes(app: FastifyInstance, { config, pool }: SignInParts, provider: Provider): void {
  const log = (event: string) => (error: unknown) => config.log({ level: 'warn', event, reason: reasonOf(error) });

  app.get(HERE, { exposeHeadRoute: false }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    try {
      const { url, browser } = await beginProviderSignIn(pool, provider);
      const secure = request.protocol === 'https';
      reply.setCookie(BROWSER_COOKIE, browser, { path: HERE, httpOnly: true, sameSite: 'lax', secure, maxAge: 600 });
      return await reply.redirect(url, 303);
    } catch (error) {
      log('provider_unreachable')(error);
      return reply.redirect('/sign-in?provider=unreachable', 303);
    }
  });

  app.get<AnswerQuery>(`${HERE}/answer`, { exposeHeadRoute: false }, async (request, reply) => {
    const browser = request.cookies[BROWSER_COOKIE];
    const { state } = request.query;
    reply
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'no-referrer')
      .clearCookie(BROWSER_COOKIE, { path: HERE });
    if (browser === undefined || typeof state !== 'string') return reply.redirect('/sign-in?provider=expired', 303);
    const query = request.url.split('?')[1] ?? '';
    const outcome = await endProviderSignIn(
      pool,
      provider,
      { query, state, browser },
      { hours: config.sessionHours, replaces: sessionOf(request), onFailure: log('provider_answer_refused') },
    );
    if (typeof outcome === 'string') return reply.redirect(`/sign-in?provider=${outcome}`, 303);
    giveSession(request, reply, outcome);
    return reply.redirect('/', 303);
  });
}

/** What did not fit and in which claim; never what the claims hold, which is personal. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const claim = claimAtFault(error.cause);
  return claim === undefined ? error.message : `${error.message}: ${claim}`;
}

function claimAtFault(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null) return undefined;
  if ('claim' in cause && typeof cause.claim === 'string') return cause.claim;
  return 'cause' in cause ? claimAtFault(cause.cause) : undefined;
}
