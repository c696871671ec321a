import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow } from '../../platform/graphql/roles.ts';
import { outcomeOf } from '../../platform/operations/perform.ts';
import { RoleName } from '../access/index.ts';
import { readSavedView, readSavedViews } from './saved-view.reader.ts';
import { deleteView, saveView, setHome } from './saved-view.service.ts';
import {
  DeletedViewPayload,
  SavedView,
  SavedViewConnection,
  SavedViewPayload,
  SavedViewWhere,
  SaveViewInput,
  viewers,
} from './saved-view.type.ts';

async function changed(work: () => Promise<SavedView | null>): Promise<SavedViewPayload> {
  const { value, userErrors } = await outcomeOf(work);
  return { view: value, userErrors };
}

@Resolver(() => SavedView)
export class SavedViewResolver {
  @Allow(viewers)
  @Query(() => SavedViewConnection, {
    description: 'Views one keeps, and those others share with one’s role; the latest saved first.',
  })
  savedViews(
    @Ctx() context: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => SavedViewWhere, { nullable: true, description: 'Which ones; without it all.' })
    where?: SavedViewWhere | null,
  ): Promise<Page<SavedView>> {
    return readSavedViews(context.entities(), context.principal, where ?? {}, page);
  }

  @Allow(viewers)
  @Query(() => SavedView, {
    nullable: true,
    description: 'One of them; null where there is none, or it is not shared with the role of the one who asks.',
  })
  savedView(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its number.' }) id: string,
  ): Promise<SavedView | null> {
    return readSavedView(context.entities(), context.principal, id);
  }

  @Allow(viewers)
  @Mutation(() => SavedViewPayload, {
    description: 'Saves a view, or changes one of one’s own. Whom it is shared with is written to the audit.',
  })
  saveView(
    @Ctx() context: RequestContext,
    @Arg('input', () => SaveViewInput, { description: 'What is to be kept.' }) input: SaveViewInput,
  ): Promise<SavedViewPayload> {
    return changed(() => saveView(context, input));
  }

  @Allow(viewers)
  @Mutation(() => DeletedViewPayload, {
    description:
      'Deletes one of one’s own views, for everyone it was shared with too, and as what a role begins with; what was shared leaves a line in the audit.',
  })
  async deleteSavedView(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its number.' }) id: string,
    @Arg('version', () => Int, { description: 'The version that is deleted, as it was read.' }) version: number,
  ): Promise<DeletedViewPayload> {
    const { value, userErrors } = await outcomeOf(() => deleteView(context, { id, version }));
    return { deletedId: value, userErrors };
  }

  @Allow(['operator'])
  @Mutation(() => SavedViewPayload, {
    description: 'Says which shared view a role begins with. It is written to the audit.',
  })
  setHomeView(
    @Ctx() context: RequestContext,
    @Arg('role', () => RoleName, { description: 'Whose beginning it is.' }) role: RoleName,
    @Arg('viewId', () => ID, {
      nullable: true,
      description: 'The view, shared with that role; left out: the overview again.',
    })
    viewId?: string | null,
  ): Promise<SavedViewPayload> {
    return changed(() => setHome(context, { role, viewId }));
  }
}
