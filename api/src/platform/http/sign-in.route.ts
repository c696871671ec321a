import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { ApiConfig } from '../../config.ts';
import type { Authenticator } from '../auth/authenticate.ts';
import { signIn, signOut } from '../auth/sessions.ts';
import { assertOwnPage, SESSION_COOKIE } from './guard.ts';

interface SignInQuery {
  Querystring: { token?: unknown };
}

/** `GET /sign-in?token=…` turns a one-time link into a session; without a token it is a page of the dashboard. */
export function signInRoutes(
  app: FastifyInstance,
  config: ApiConfig,
  pool: pg.Pool,
  authenticator: Authenticator,
  shell: (reply: FastifyReply) => unknown,
): void {
  app.get<SignInQuery>('/sign-in', { exposeHeadRoute: false }, async (request, reply) => {
    const { token } = request.query;
    if (token === undefined) return shell(reply);
    // A browser that only looks ahead must not use the link up.
    if (/prefetch/.test(String(request.headers['sec-purpose'] ?? request.headers['purpose'] ?? '')))
      return reply.code(204).send();
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    const session = typeof token === 'string' ? await signIn(pool, token, config.sessionHours) : undefined;
    if (!session)
      return reply.redirect((await isSignedIn(request, authenticator)) ? '/' : '/sign-in?link=expired', 303);
    reply.setCookie(SESSION_COOKIE, session.token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: request.protocol === 'https',
      expires: session.expiresAt,
    });
    return reply.redirect('/', 303);
  });

  app.post('/sign-out', async (request, reply) => {
    assertOwnPage(request);
    const token = request.cookies[SESSION_COOKIE];
    if (token !== undefined) {
      await signOut(pool, token);
      authenticator.forget('session', token);
    }
    return reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(204).send();
  });
}

async function isSignedIn(request: FastifyRequest, authenticator: Authenticator): Promise<boolean> {
  const token = request.cookies[SESSION_COOKIE];
  return token !== undefined && (await authenticator.bySession(token)) !== undefined;
}
