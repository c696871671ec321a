import { Ctx, Query, Resolver } from 'type-graphql';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { RoleName, Viewer } from './viewer.type.ts';

@Resolver(() => Viewer)
export class ViewerResolver {
  @Allow(everyone)
  @Query(() => Viewer, { description: 'Who is asking, and as what.' })
  viewer(@Ctx() { principal }: RequestContext): Viewer {
    return { name: principal.name, role: principal.role.toUpperCase() as keyof typeof RoleName };
  }
}
