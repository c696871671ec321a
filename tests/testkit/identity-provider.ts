import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

/** What goes wrong with the next ID token. */
export interface Fault {
  nonce?: string;
  audience?: string;
  issuer?: string;
  /** Signed with a key the provider does not publish. */
  foreignKey?: boolean;
  /** What its clock is ahead of ours, in seconds; negative: behind. */
  clock?: number;
}

interface Code {
  nonce: string;
  challenge: string;
  redirect: string;
}

interface Key {
  jwk: JWK;
  private: CryptoKey;
}

const CLIENT = { id: 'rapport', secret: 'a secret of the client' };

async function newKey(): Promise<Key> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  return { jwk: { ...(await exportJWK(publicKey)), kid: randomUUID(), alg: 'RS256', use: 'sig' }, private: privateKey };
}

const json = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const part of request) text += String(part);
  return new URLSearchParams(text);
}

/** An OpenID provider on loopback, whose one person says yes at once: discovery, PKCE, codes good once, signed tokens, keys that rotate. */
export class IdentityProvider {
  readonly client = CLIENT;
  subject = 'subject-1';
  claims: Record<string, unknown> = { preferred_username: 'grace', groups: ['bi'] };
  /** Told only at the userinfo endpoint. */
  userinfo: Record<string, unknown> = {};
  fault: Fault = {};
  readonly asked = { keys: 0, tokens: 0 };
  readonly #codes = new Map<string, Code>();
  readonly #server: Server;
  #key: Key;

  private constructor(server: Server, key: Key) {
    this.#server = server;
    this.#key = key;
    server.on('request', (request, response) => {
      this.#answer(request, response).catch(() => response.writeHead(500).end());
    });
  }

  static async open(): Promise<IdentityProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new IdentityProvider(server, await newKey());
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async rotateKeys(): Promise<void> {
    this.#key = await newKey();
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.issuer);
    if (url.pathname === '/.well-known/openid-configuration') return json(response, this.#metadata());
    if (url.pathname === '/keys') {
      this.asked.keys++;
      return json(response, { keys: [this.#key.jwk] });
    }
    if (url.pathname === '/authorize') return this.#authorize(url.searchParams, response);
    if (url.pathname === '/token') return this.#token(request, response);
    if (url.pathname === '/userinfo') return json(response, { sub: this.subject, ...this.userinfo });
    return json(response, { error: 'not_found' }, 404);
  }

  #metadata(): Record<string, unknown> {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      userinfo_endpoint: `${this.issuer}/userinfo`,
      jwks_uri: `${this.issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['client_secret_basic'],
    };
  }

  #authorize(query: URLSearchParams, response: ServerResponse): void {
    const challenge = query.get('code_challenge');
    const usable = query.get('client_id') === CLIENT.id && query.get('code_challenge_method') === 'S256' && challenge;
    if (!usable) return json(response, { error: 'invalid_request' }, 400);
    const code = randomBytes(16).toString('hex');
    const redirect = query.get('redirect_uri') ?? '';
    this.#codes.set(code, { nonce: query.get('nonce') ?? '', challenge, redirect });
    const back = new URL(redirect);
    back.search = new URLSearchParams({ code, state: query.get('state') ?? '' }).toString();
    response.writeHead(302, { location: back.href }).end();
  }

  async #token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.asked.tokens++;
    const body = await bodyOf(request);
    const code = this.#codes.get(body.get('code') ?? '');
    this.#codes.delete(body.get('code') ?? '');
    const basic = Buffer.from(request.headers.authorization?.slice('Basic '.length) ?? '', 'base64').toString();
    const [id, secret] = basic.split(':').map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
    if (id !== CLIENT.id || secret !== CLIENT.secret) return json(response, { error: 'invalid_client' }, 401);
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    if (!code || challenge !== code.challenge || body.get('redirect_uri') !== code.redirect)
      return json(response, { error: 'invalid_grant' }, 400);
    return json(response, {
      access_token: randomBytes(16).toString('hex'),
      token_type: 'Bearer',
      expires_in: 60,
      id_token: await this.#idToken(code.nonce),
    });
  }

  async #idToken(nonce: string): Promise<string> {
    const { fault } = this;
    const key = fault.foreignKey === true ? await newKey() : this.#key;
    const now = Math.floor(Date.now() / 1000) + (fault.clock ?? 0);
    return new SignJWT({ ...this.claims, nonce: fault.nonce ?? nonce })
      .setProtectedHeader({ alg: 'RS256', kid: key.jwk.kid! })
      .setIssuer(fault.issuer ?? this.issuer)
      .setAudience(fault.audience ?? CLIENT.id)
      .setSubject(this.subject)
      .setIssuedAt(now)
      .setExpirationTime(now + 30)
      .sign(key.private);
  }
}
