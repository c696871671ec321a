import type { FastifyRequest } from 'fastify';
import type { Authenticator } from '../auth/authenticate.ts';
import type { Principal } from '../auth/principal.ts';
import { Refusal } from '../graphql/refusal.ts';

export const SESSION_COOKIE = 'rapport_session';
/** Any value will do: a foreign page cannot send it without asking first, and we never say yes. */
export const OWN_PAGE_HEADER = 'x-rapport-client';

function unauthenticated(why: { en: string; zh: string }): Refusal {
  return new Refusal('UNAUTHENTICATED', why, { status: 401 });
}

/** A cookie travels by itself, so a session must also show that our own page sent the request. */
export function assertOwnPage(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (request.headers[OWN_PAGE_HEADER] !== undefined && !foreign) return;
  throw new Refusal(
    'CSRF',
    {
      en: `A signed-in browser must send the header ${OWN_PAGE_HEADER}, from a page of this server.`,
      zh: `浏览器会话须由本站页面发出并带上请求头 ${OWN_PAGE_HEADER}。`,
    },
    { status: 403 },
  );
}

/**
 * The holder of the key or of the session. A wrong key is refused even where a session would do. Enough for what a foreign page can
 * bring about but not read: everything else asks for `principalOf`.
 */
export async function holderOf(request: FastifyRequest, authenticator: Authenticator): Promise<Principal> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const key = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    const principal = key === undefined ? undefined : await authenticator.byKey(key);
    if (principal) return principal;
    throw unauthenticated({
      en: 'This key is unknown, expired or revoked. Send `Authorization: Bearer rpt_…`; an operator makes one with `rapport key create`.',
      zh: '密钥无效、已过期或已吊销。请发送 Authorization: Bearer rpt_…，可由运维用 rapport key create 创建。',
    });
  }
  const token = request.cookies[SESSION_COOKIE];
  const principal = token === undefined ? undefined : await authenticator.bySession(token);
  if (!principal) {
    throw unauthenticated({
      en: 'Sign in first: open a sign-in link, or send `Authorization: Bearer rpt_…`.',
      zh: '请先登录：打开登录链接，或发送 Authorization: Bearer rpt_…。',
    });
  }
  return principal;
}

/** The holder, and for a session that our own page sent the request. */
export async function principalOf(request: FastifyRequest, authenticator: Authenticator): Promise<Principal> {
  const principal = await holderOf(request, authenticator);
  if (principal.kind === 'session') assertOwnPage(request);
  return principal;
}
