import { z } from 'zod';
import { roles, scopeDimensions, type Role } from '@rapport/model/vocabulary';

const roleRule = z.object({
  value: z.string().min(1),
  role: z.enum(Object.keys(roles) as [Role, ...Role[]]),
  scope: z
    .object({ dimension: z.enum(scopeDimensions), values: z.array(z.string().min(1)).min(1).readonly() })
    .nullable()
    .default(null),
});

/** How people sign in at an identity provider that speaks OpenID Connect. */
export const providerSettings = z.object({
  /** Its address; what it can do is read from there. */
  issuer: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  /** Null: a public client, held by PKCE alone. */
  clientSecret: z.string().min(1).nullable().default(null),
  /** What the button says. */
  name: z.string().min(1).default('SSO'),
  scopes: z.string().default('openid profile'),
  /** The claim that says what somebody is. */
  roleClaim: z.string().min(1).default('groups'),
  /** The first whose value the claim holds decides; none: they are refused. */
  roles: z.array(roleRule).min(1),
});

export type ProviderSettings = z.output<typeof providerSettings>;
