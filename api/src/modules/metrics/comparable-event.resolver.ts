import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { comparableEvents } from '@rapport/model/metrics';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import { ComparableEvent } from './comparable-event.type.ts';
import { PeriodInput } from './metric.input.ts';

@Resolver(() => ComparableEvent)
export class ComparableEventResolver {
  @Allow(everyone)
  @Query(() => [ComparableEvent], {
    description:
      'Events with which SAME_DAYS_OF_EVENT can align a period: of the shop’s calendar and of the public one, those inside the period first, then the nearest. Empty where none has an occurrence within half a year and one in an earlier year.',
  })
  comparableEvents(
    @Ctx() { reads }: RequestContext,
    @Arg('period', () => PeriodInput, { description: 'The days to compare, both inclusive.' }) period: PeriodInput,
    @Arg('shop', () => String, { nullable: true, description: 'With the calendar of this shop; without it of all.' })
    shop?: string | null,
  ): Promise<ComparableEvent[]> {
    return comparableEvents(reads, period, shop ?? undefined);
  }
}
