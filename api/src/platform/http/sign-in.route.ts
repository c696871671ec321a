import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Authenticator } from '../auth/authenticate.ts';
import { havePasswords, signInWithPassword } from '../auth/password-sign-in.ts';
import { signIn, signOut } from '../auth/sessions.ts';
import { RETRY_AFTER_SECONDS } from '../auth/throttle.ts';
import { Refusal } from '../graphql/refusal.ts';
import { assertOwnPage } from './guard.ts';
import { providerRoutes } from './provider.route.ts';
import type { SignInParts } from './sign-in-parts.ts';
import { dropSession, giveSession, sessionOf } from './session-cookie.ts';

interface SignInQuery {
  Querystring: { token?: unknown };
}

interface PasswordBody {
  Body: { account?: unknown; password?: unknown } | undefined;
}

/** How people get in and out: by link, by password, by identity provider. */
export function signInRoutes(app: FastifyInstance, parts: SignInParts): void {
  const { config, pool, provider } = parts;
  linkRoute(app, parts);
  passwordRoute(app, parts);
  if (provider) providerRoutes(app, parts, provider);

  app.get('/sign-in/ways', { exposeHeadRoute: false }, async (_, reply) =>
    reply.header('cache-control', 'no-store').send({
      password: config.passwords && (await havePasswords(pool)),
      provider: provider ? provider.settings.name : null,
    }),
  );
  signOutRoute(app, parts);
}

/** `GET /sign-in?token=…` turns a one-time link into a session; without a token it is a page of the dashboard. */
function linkRoute(app: FastifyInstance, { config, pool, authenticator, shell }: SignInParts): void {
  app.get<SignInQuery>('/sign-in', { exposeHeadRoute: false }, async (request, reply) => {
    const { token } = request.query;
    if (token === undefined) return shell(reply);
    // A browser that only looks ahead must not use the link up.
    if (/prefetch/.test(String(request.headers['sec-purpose'] ?? request.headers['purpose'] ?? '')))
      return reply.code(204).send();
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    const replaces = sessionOf(request);
    const session = typeof token === 'string' ? await signIn(pool, token, config.sessionHours, replaces) : undefined;
    if (!session)
      return reply.redirect((await isSignedIn(request, authenticator)) ? '/' : '/sign-in?link=expired', 303);
    giveSession(request, reply, session);
    return reply.redirect('/', 303);
  });
}

function passwordRoute(app: FastifyInstance, { config, pool }: SignInParts): void {
  if (!config.passwords) return;
  app.post<PasswordBody>('/sign-in', async (request, reply) => {
    assertOwnPage(request);
    const { account, password } = request.body ?? {};
    const isComplete = typeof account === 'string' && typeof password === 'string' && account.length <= 200;
    if (!isComplete || password.length > 1000) throw wrongPassword();
    const credentials = { account, password, address: request.ip };
    const outcome = await signInWithPassword(pool, credentials, config.sessionHours, sessionOf(request));
    if (outcome === 'refused') throw wrongPassword();
    if (outcome === 'throttled') {
      reply.header('retry-after', String(RETRY_AFTER_SECONDS));
      throw tooManyTries();
    }
    giveSession(request, reply, outcome);
    return reply.header('cache-control', 'no-store').code(204).send();
  });
}

const wrongPassword = (): Refusal =>
  new Refusal(
    'SIGN_IN_REFUSED',
    {
      en: 'Account and password do not go together. An operator can set a new password or send a link.',
      zh: '账号或密码有误。可请运维重设密码，或发送登录链接。',
    },
    { status: 401 },
  );

const tooManyTries = (): Refusal =>
  new Refusal(
    'TOO_MANY_TRIES',
    {
      en: 'Too many failed tries. Wait a quarter of an hour, or ask an operator for a link.',
      zh: '失败次数过多，请一刻钟后再试，或请运维发送登录链接。',
    },
    { status: 429 },
  );

function signOutRoute(app: FastifyInstance, { pool, authenticator }: SignInParts): void {
  app.post<{ Querystring: { everywhere?: unknown } }>('/sign-out', async (request, reply) => {
    assertOwnPage(request);
    const token = sessionOf(request);
    if (token !== undefined) {
      const everywhere = request.query.everywhere === 'true';
      await signOut(pool, token, everywhere);
      if (everywhere) authenticator.forgetAll();
      authenticator.forget('session', token);
    }
    dropSession(reply);
    return reply.code(204).send();
  });
}

async function isSignedIn(request: FastifyRequest, authenticator: Authenticator): Promise<boolean> {
  const token = sessionOf(request);
  return token !== undefined && (await authenticator.bySession(token)) !== undefined;
}
