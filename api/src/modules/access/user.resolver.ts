import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { unknownCodes } from '../../platform/auth/unknown-codes.ts';
import { changeUser, createSignInLink, createUser, listKnownUsers } from '../../platform/auth/users.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Allow } from '../../platform/graphql/roles.ts';
import { actorOf } from '../../platform/operations/actor.ts';
import { outcomeOf } from '../../platform/operations/perform.ts';
import { AccessScopeInput, RoleName, SignInLinkPayload, User, UserPayload } from './access.type.ts';
import { roleOf, toUser } from './access.words.ts';

@Resolver(() => User)
export class UserResolver {
  @Allow(['operator'])
  @Query(() => [User], { description: 'Everybody who can sign in, or could, by name.' })
  async users(@Ctx() { pool }: RequestContext): Promise<User[]> {
    return (await listKnownUsers(pool)).map(toUser);
  }

  @Allow(['operator'])
  @Mutation(() => UserPayload, { description: 'Creates a user, who signs in by a link, or by a password set with it.' })
  createUser(
    @Ctx() context: RequestContext,
    @Arg('name', () => String, { description: 'Their name, unique.' }) name: string,
    @Arg('role', () => RoleName, { description: 'What they may see.' }) role: RoleName,
    @Arg('scope', () => AccessScopeInput, { nullable: true, description: 'For a lead: the rows they see.' })
    scope?: AccessScopeInput | null,
  ): Promise<UserPayload> {
    return answered(context, (actor) =>
      createUser(context.pool, { name, role: roleOf(role), scope: scope ?? null, actor }),
    );
  }

  @Allow(['operator'])
  @Mutation(() => UserPayload, {
    description:
      'Changes what a user may see, or whether they may sign in. Ends all their sessions; what is left out stays.',
  })
  changeUser(
    @Ctx() context: RequestContext,
    @Arg('name', () => String, { description: 'Whom.' }) name: string,
    @Arg('role', () => RoleName, { nullable: true, description: 'The new role.' }) role?: RoleName | null,
    @Arg('scope', () => AccessScopeInput, { nullable: true, description: 'For a lead: the rows they see.' })
    scope?: AccessScopeInput | null,
    @Arg('disabled', () => Boolean, { nullable: true, description: 'True: they cannot sign in any more.' })
    disabled?: boolean | null,
  ): Promise<UserPayload> {
    const change = {
      role: role ? roleOf(role) : undefined,
      scope: scope ?? undefined,
      disabled: disabled ?? undefined,
    };
    return answered(context, (actor) => changeUser(context.pool, name, change, actor));
  }

  @Allow(['operator'])
  @Mutation(() => SignInLinkPayload, { description: 'Makes a link that signs a user in once.' })
  async createSignInLink(
    @Ctx() context: RequestContext,
    @Arg('user', () => String, { description: 'Name of the user.' }) user: string,
    @Arg('minutes', () => Int, { defaultValue: 15, description: 'How long it works.' }) minutes: number,
  ): Promise<SignInLinkPayload> {
    const { value, userErrors } = await outcomeOf(() =>
      createSignInLink(context.pool, { user, minutes, actor: actorOf(context.principal) }),
    );
    return { path: value?.path ?? null, expiresAt: value?.expiresAt ?? null, userErrors };
  }
}

/** The user as they are after the change. */
async function answered(
  context: RequestContext,
  work: (actor: string) => Promise<{ name: string }>,
): Promise<UserPayload> {
  const { value, userErrors } = await outcomeOf(() => work(actorOf(context.principal)));
  const known = value && (await listKnownUsers(context.pool)).find(({ name }) => name === value.name);
  const codes = await unknownCodes(context.pool, known?.scope);
  return { user: known ? toUser(known) : null, unknownCodes: codes, userErrors };
}
