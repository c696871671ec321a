import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow, rowReaders } from '../../platform/graphql/roles.ts';
import { outcomeOf } from '../../platform/operations/perform.ts';
import { RoleName } from '../access/index.ts';
import { readSavedQueries, readSavedQuery } from './saved-query.reader.ts';
import { deleteQuery, renameQuery, saveQuery, shareQuery } from './saved-query.service.ts';
import {
  DeletedQueryPayload,
  SavedQuery,
  SavedQueryConnection,
  SavedQueryPayload,
  SavedQueryWhere,
  SaveQueryInput,
} from './saved-query.type.ts';

const seen = { description: 'The version that is changed, as it was read.' };

async function changed(work: () => Promise<SavedQuery>): Promise<SavedQueryPayload> {
  const { value, userErrors } = await outcomeOf(work);
  return { query: value, userErrors };
}

@Resolver(() => SavedQuery)
export class SavedQueryResolver {
  @Allow(rowReaders)
  @Query(() => SavedQueryConnection, {
    description: 'Queries one keeps, and those others share with one’s role; the latest saved first.',
  })
  savedQueries(
    @Ctx() context: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => SavedQueryWhere, { nullable: true, description: 'Which ones; without it all.' })
    where?: SavedQueryWhere | null,
  ): Promise<Page<SavedQuery>> {
    return readSavedQueries(context.entities(), context.principal, where ?? {}, page);
  }

  @Allow(rowReaders)
  @Query(() => SavedQuery, {
    nullable: true,
    description: 'One of them; null where there is none, or it is not shared with the role of the one who asks.',
  })
  savedQuery(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its number.' }) id: string,
  ): Promise<SavedQuery | null> {
    return readSavedQuery(context.entities(), context.principal, id);
  }

  @Allow(rowReaders)
  @Mutation(() => SavedQueryPayload, {
    description: 'Saves a query, or changes one of one’s own. What the API would refuse to answer is not saved.',
  })
  saveQuery(
    @Ctx() context: RequestContext,
    @Info() { schema }: GraphQLResolveInfo,
    @Arg('input', () => SaveQueryInput, { description: 'What is to be kept.' }) input: SaveQueryInput,
  ): Promise<SavedQueryPayload> {
    return changed(() => saveQuery(context, schema, input));
  }

  @Allow(rowReaders)
  @Mutation(() => SavedQueryPayload, { description: 'Gives one of one’s own queries another name.' })
  renameSavedQuery(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its number.' }) id: string,
    @Arg('version', () => Int, seen) version: number,
    @Arg('name', () => String, { description: 'Its new name, 1 to 120 characters.' }) name: string,
  ): Promise<SavedQueryPayload> {
    return changed(() => renameQuery(context, { id, version, name }));
  }

  @Allow(rowReaders)
  @Mutation(() => SavedQueryPayload, {
    description: 'Lets everyone of some roles open one of one’s own queries. It is written to the audit.',
  })
  shareSavedQuery(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its number.' }) id: string,
    @Arg('version', () => Int, seen) version: number,
    @Arg('roles', () => [RoleName], {
      description: 'All roles that may open it from now on: ANALYST, STEWARD, OPERATOR; empty: nobody else.',
    })
    roles: RoleName[],
  ): Promise<SavedQueryPayload> {
    return changed(() => shareQuery(context, { id, version, roles }));
  }

  @Allow(rowReaders)
  @Mutation(() => DeletedQueryPayload, {
    description: 'Deletes one of one’s own queries, for everyone it was shared with too; that is written to the audit.',
  })
  async deleteSavedQuery(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its number.' }) id: string,
    @Arg('version', () => Int, seen) version: number,
  ): Promise<DeletedQueryPayload> {
    const { value, userErrors } = await outcomeOf(() => deleteQuery(context, { id, version }));
    return { deletedId: value, userErrors };
  }
}
