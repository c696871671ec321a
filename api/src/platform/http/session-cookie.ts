import type { FastifyReply, FastifyRequest } from 'fastify';
import type { NewSession } from '../auth/sessions.ts';
import { SESSION_COOKIE } from './guard.ts';

/** The session this browser already has, which a new one replaces. */
export const sessionOf = (request: FastifyRequest): string | undefined => request.cookies[SESSION_COOKIE];

/** Out of reach of scripts, for this site only, and over https only where the browser came by it. */
export function giveSession(request: FastifyRequest, reply: FastifyReply, session: NewSession): void {
  reply.setCookie(SESSION_COOKIE, session.token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    expires: session.expiresAt,
  });
}

export function dropSession(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, { path: '/' });
}
