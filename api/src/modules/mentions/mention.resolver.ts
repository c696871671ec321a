import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow, rowReaders } from '../../platform/graphql/roles.ts';
import { Product, productById } from '../products/index.ts';
import { readMentions } from './mention.reader.ts';
import { Mention, MentionConnection, MentionWhere } from './mention.type.ts';

@Resolver(() => Mention)
export class MentionResolver {
  @Allow(rowReaders)
  @Query(() => MentionConnection, { description: 'Public mentions, latest first.' })
  mentions(
    @Ctx() { reads }: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => MentionWhere, { nullable: true, description: 'Which mentions; without it all.' })
    where?: MentionWhere | null,
  ): Promise<Page<Mention>> {
    return readMentions(reads, where ?? {}, page);
  }

  @FieldResolver(() => Product, { nullable: true, description: 'The product it names; null where it names none.' })
  product(@Root() { productId }: Mention, @Ctx() context: RequestContext): Promise<Product | null> | null {
    return productId === null ? null : context.loader(productById).load(productId);
  }
}
