import { z } from 'zod';
import { readRoleRules, type RoleRule } from '@rapport/model/vocabulary';

/** What the environment says of an identity provider. */
export const providerVariables = {
  RAPPORT_OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be a http:// or https:// address' }).optional(),
  RAPPORT_OIDC_CLIENT_ID: z.string().min(1).optional(),
  RAPPORT_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  RAPPORT_OIDC_NAME: z.string().min(1).default('SSO'),
  RAPPORT_OIDC_SCOPES: z
    .string()
    .refine((text) => text.split(' ').includes('openid'), 'must have openid among its words')
    .default('openid profile'),
  RAPPORT_OIDC_ROLE_CLAIM: z.string().min(1).default('groups'),
  RAPPORT_OIDC_ROLES: z
    .string()
    .optional()
    .transform((text, context): RoleRule[] => {
      try {
        return readRoleRules(text ?? '');
      } catch (error) {
        context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'cannot be read' });
        return z.NEVER;
      }
    }),
};

interface ProviderValues {
  RAPPORT_PUBLIC_URL?: string | undefined;
  RAPPORT_OIDC_ISSUER?: string | undefined;
  RAPPORT_OIDC_CLIENT_ID?: string | undefined;
  RAPPORT_OIDC_CLIENT_SECRET?: string | undefined;
  RAPPORT_OIDC_NAME: string;
  RAPPORT_OIDC_SCOPES: string;
  RAPPORT_OIDC_ROLE_CLAIM: string;
  RAPPORT_OIDC_ROLES: RoleRule[];
}

export interface ProviderChoice {
  issuer: string;
  clientId: string;
  clientSecret: string | null;
  name: string;
  scopes: string;
  roleClaim: string;
  roles: RoleRule[];
}

/** Half a provider is a mistake, and each missing part is named. */
export function wholeProvider(values: ProviderValues, context: z.RefinementCtx): void {
  if (values.RAPPORT_OIDC_ISSUER === undefined) return;
  const needed = {
    RAPPORT_OIDC_CLIENT_ID: values.RAPPORT_OIDC_CLIENT_ID,
    RAPPORT_PUBLIC_URL: values.RAPPORT_PUBLIC_URL,
    RAPPORT_OIDC_ROLES: values.RAPPORT_OIDC_ROLES.length > 0 ? 'given' : undefined,
  };
  for (const [name, value] of Object.entries(needed))
    if (value === undefined)
      context.addIssue({ code: 'custom', path: [name], message: 'is needed where RAPPORT_OIDC_ISSUER is given' });
}

export function providerOf(values: ProviderValues): ProviderChoice | null {
  if (values.RAPPORT_OIDC_ISSUER === undefined || values.RAPPORT_OIDC_CLIENT_ID === undefined) return null;
  return {
    issuer: values.RAPPORT_OIDC_ISSUER,
    clientId: values.RAPPORT_OIDC_CLIENT_ID,
    clientSecret: values.RAPPORT_OIDC_CLIENT_SECRET ?? null,
    name: values.RAPPORT_OIDC_NAME,
    scopes: values.RAPPORT_OIDC_SCOPES,
    roleClaim: values.RAPPORT_OIDC_ROLE_CLAIM,
    roles: values.RAPPORT_OIDC_ROLES,
  };
}
