import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { assertInOrder } from '../../platform/graphql/refusal.ts';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import { PeriodInput } from '../metrics/index.ts';
import { readAnnotations } from './annotation.reader.ts';
import { Annotation } from './annotation.type.ts';

@Resolver(() => Annotation)
export class AnnotationResolver {
  @Allow(everyone)
  @Query(() => [Annotation], {
    description:
      'What charts of a shop mark on their time axis within a period: calendar events, initiatives, notes of one’s own and shared ones.',
  })
  annotations(
    @Ctx() context: RequestContext,
    @Arg('shop', () => String, { description: 'Code of the shop.' }) shop: string,
    @Arg('period', () => PeriodInput, { description: 'The days to look at, both inclusive.' }) period: PeriodInput,
  ): Promise<Annotation[]> {
    assertInOrder('period', period.from, period.to);
    return readAnnotations(context, { shop, period });
  }
}
