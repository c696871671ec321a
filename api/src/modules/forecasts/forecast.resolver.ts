import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import { answersOf } from '../metrics/index.ts';
import { findForecast, listPeaks } from './forecast.reader.ts';
import { PeakEvent, PeakForecast } from './forecast.type.ts';

const READ = 200;

@Resolver(() => PeakForecast)
export class ForecastResolver {
  @Allow(everyone)
  @Query(() => [PeakEvent], {
    description: 'Peaks of the calendar that a forecast can be asked for, the nearest first.',
  })
  peakEvents(
    @Ctx() { reads }: RequestContext,
    @Arg('shop', () => String, { description: 'Code of the shop.' }) shop: string,
  ): Promise<PeakEvent[]> {
    return listPeaks(reads, shop);
  }

  @Allow(everyone)
  @Price(() => READ)
  @Query(() => PeakForecast, {
    nullable: true,
    description:
      'What a peak brings, with 95 % ranges: the calm level of eight weeks, grown by half of a year’s growth, times what the same days around earlier peaks brought against theirs; and what desk and carriers then need. Null where no such peak lies ahead.',
  })
  peakForecast(
    @Ctx() { pool, reads, principal }: RequestContext,
    @Arg('shop', () => String, { description: 'Code of the shop.' }) shop: string,
    @Arg('event', () => String, {
      nullable: true,
      description: 'Code of the event; without it the next of 11.11 and 618.',
    })
    event?: string | null,
  ): Promise<PeakForecast | null> {
    return answersOf(pool).remembered(reads, { role: principal.role }, ['peak forecast', shop, event ?? null], () =>
      findForecast(reads, { shop, event }),
    );
  }
}
