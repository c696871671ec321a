import { Ctx, Query, Resolver } from 'type-graphql';
import { Allow, everyone, withLeads } from '../../platform/graphql/roles.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { roleName } from '../access/index.ts';
import { Viewer } from './viewer.type.ts';

@Resolver(() => Viewer)
export class ViewerResolver {
  @Allow(withLeads(everyone))
  @Query(() => Viewer, { description: 'Who is asking, and as what.' })
  viewer(@Ctx() { principal: { name, role, scope } }: RequestContext): Viewer {
    return { name, role: roleName(role), scope };
  }
}
