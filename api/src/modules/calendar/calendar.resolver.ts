import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import { PeriodInput } from '../metrics/index.ts';
import { readCalendarEvents } from './calendar.reader.ts';
import { CalendarEvent } from './calendar.type.ts';

@Resolver(() => CalendarEvent)
export class CalendarResolver {
  @Allow(everyone)
  @Query(() => [CalendarEvent], { description: 'What the calendar holds that touches a period, in order of time.' })
  calendarEvents(
    @Ctx() { reads }: RequestContext,
    @Arg('period', () => PeriodInput, { description: 'The days to look at, both inclusive.' }) period: PeriodInput,
    @Arg('shop', () => String, { nullable: true, description: 'Of this shop; without it of all.' })
    shop?: string | null,
  ): Promise<CalendarEvent[]> {
    return readCalendarEvents(reads, { period, shop });
  }
}
