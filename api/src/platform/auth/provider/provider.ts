import * as oidc from 'openid-client';
import { newSecret } from '../secrets.ts';
import type { ProviderSettings } from './settings.ts';

/** Clocks of two machines differ; a minute is believed. */
const SKEW_SECONDS = 60;
const TIMEOUT_SECONDS = 5;

/** What has to come back with the answer, kept until then. */
export interface Asked {
  state: string;
  nonce: string;
  verifier: string;
}

export interface Told {
  issuer: string;
  subject: string;
  name: string;
  roleClaim: unknown;
}

/** The identity provider: what it can do is read once, its keys with every sign-in, so that a rotated or withdrawn one is known at once. */
export class Provider {
  readonly settings: ProviderSettings;
  readonly #redirect: () => string;
  #metadata: Promise<oidc.ServerMetadata> | undefined;

  constructor(settings: ProviderSettings, redirect: () => string) {
    this.settings = settings;
    this.#redirect = redirect;
  }

  /** Where the browser is to go, and what must come back. */
  async ask(): Promise<{ url: string; asked: Asked }> {
    const configuration = await this.#configuration();
    const asked = { state: newSecret(), nonce: newSecret(), verifier: oidc.randomPKCECodeVerifier() };
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.#redirect(),
      scope: this.settings.scopes,
      response_type: 'code',
      state: asked.state,
      nonce: asked.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(asked.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, asked };
  }

  /** Who came back; throws where anything about the answer is wrong: state, nonce, signature, audience, issuer or time. */
  async hear(query: string, { state, nonce, verifier }: Asked): Promise<Told> {
    const configuration = await this.#configuration();
    const answer = new URL(this.#redirect());
    answer.search = query;
    const tokens = await oidc.authorizationCodeGrant(configuration, answer, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('The identity provider gave no ID token.');
    const { roleClaim } = this.settings;
    const more =
      claims[roleClaim] === undefined && configuration.serverMetadata().userinfo_endpoint
        ? await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : {};
    const told: Record<string, unknown> = { ...more, ...claims };
    return {
      issuer: claims.iss,
      subject: claims.sub,
      name: firstText(told['preferred_username'], told['name'], told['email']) ?? claims.sub,
      roleClaim: told[roleClaim],
    };
  }

  async #configuration(): Promise<oidc.Configuration> {
    const { clientId, clientSecret, issuer } = this.settings;
    const plain = issuer.startsWith('http://');
    const execute = plain ? [oidc.allowInsecureRequests] : [];
    const client = { [oidc.clockTolerance]: SKEW_SECONDS };
    const authentication = clientSecret === null ? oidc.None() : oidc.ClientSecretBasic(clientSecret);
    this.#metadata ??= oidc
      .discovery(new URL(issuer), clientId, client, authentication, { execute, timeout: TIMEOUT_SECONDS })
      .then((found) => found.serverMetadata());
    // One that could not be read is asked again next time.
    this.#metadata.catch(() => (this.#metadata = undefined));
    const configuration = new oidc.Configuration(await this.#metadata, clientId, client, authentication);
    configuration.timeout = TIMEOUT_SECONDS;
    if (plain) oidc.allowInsecureRequests(configuration);
    // The token comes straight from the provider; its signature is checked all the same.
    oidc.enableNonRepudiationChecks(configuration);
    return configuration;
  }
}

const firstText = (...values: unknown[]): string | undefined =>
  values.find((value): value is string => typeof value === 'string' && value.trim() !== '')?.trim();
