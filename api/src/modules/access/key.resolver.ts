import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { unknownCodes } from '../../platform/auth/unknown-codes.ts';
import { createApiKey, listApiKeys, revokeApiKey } from '../../platform/auth/keys.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Allow } from '../../platform/graphql/roles.ts';
import { actorOf } from '../../platform/operations/actor.ts';
import { outcomeOf } from '../../platform/operations/perform.ts';
import { ApiKey, ApiKeyPayload, NewApiKeyInput } from './access.type.ts';
import { roleOf, toApiKey } from './access.words.ts';

@Resolver(() => ApiKey)
export class ApiKeyResolver {
  @Allow(['operator'])
  @Query(() => [ApiKey], { description: 'Every key that was made, oldest first; the keys themselves are not kept.' })
  async apiKeys(@Ctx() { pool }: RequestContext): Promise<ApiKey[]> {
    return (await listApiKeys(pool)).map(toApiKey);
  }

  @Allow(['operator'])
  @Mutation(() => ApiKeyPayload, {
    description: 'Makes a key for a program. It is shown once and kept only as a hash.',
  })
  async createApiKey(
    @Ctx() context: RequestContext,
    @Arg('input', () => NewApiKeyInput, { description: 'What it is to be.' }) input: NewApiKeyInput,
  ): Promise<ApiKeyPayload> {
    const { value, userErrors } = await outcomeOf(() =>
      createApiKey(context.pool, {
        ...input,
        role: roleOf(input.role),
        scopes: input.scopes?.map((scope) => scope.toLowerCase()) ?? null,
        actor: actorOf(context.principal),
      }),
    );
    if (!value) return { secret: null, key: null, unknownCodes: [], userErrors };
    const { key: secret, ...kept } = value;
    const codes = await unknownCodes(context.pool, kept.scope);
    return { secret, key: toApiKey(kept), unknownCodes: codes, userErrors };
  }

  @Allow(['operator'])
  @Mutation(() => ApiKeyPayload, { description: 'Revokes a key; every server refuses it within five seconds.' })
  async revokeApiKey(
    @Ctx() context: RequestContext,
    @Arg('prefix', () => String, { description: 'Its first characters, as the list shows them.' }) prefix: string,
  ): Promise<ApiKeyPayload> {
    const { value, userErrors } = await outcomeOf(() => revokeApiKey(context.pool, prefix, actorOf(context.principal)));
    return { secret: null, key: value && toApiKey(value), unknownCodes: [], userErrors };
  }
}
