import { wordsOfAlarm } from '@rapport/model/findings';
import { Arg, Ctx, FieldResolver, Float, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { fewestShown } from '../../platform/graphql/few.ts';
import { Allow, everyone, rowReaders } from '../../platform/graphql/roles.ts';
import { perform } from '../../platform/operations/perform.ts';
import { answersOf, PeriodInput } from '../metrics/index.ts';
import { findAlarm, findSettings, listAlarms, listWatchedFigures, type AlarmSource } from './alarm.reader.ts';
import { Alarm, AlarmBudgetPayload, AlarmRow, AlarmSettings, AlarmWord, WatchedFigure } from './alarm.type.ts';

const READ = 60;

@Resolver(() => Alarm)
export class AlarmResolver {
  @Allow(everyone)
  @Price(() => READ)
  @Query(() => [Alarm], {
    description:
      'Figures that left their usual course, the latest first; at most 100. What is usual follows the orders, the weekday and the calendar; limits are quasi-Poisson and keep to a budget of false alarms. See decision 0084.',
  })
  alarms(
    @Ctx() { reads, principal }: RequestContext,
    @Arg('shop', () => String, { nullable: true, description: 'Of this shop; without it of all.' })
    shop?: string | null,
    @Arg('open', () => Boolean, {
      nullable: true,
      description: 'True: only those that are open; false: only those of the past.',
    })
    open?: boolean | null,
    @Arg('period', () => PeriodInput, { nullable: true, description: 'Those with a day in it; without it all.' })
    period?: PeriodInput | null,
  ): Promise<Alarm[]> {
    return listAlarms(reads, { shop, open, from: period?.from, to: period?.to }, principal.role);
  }

  @Allow(everyone)
  @Price(() => READ)
  @Query(() => Alarm, { nullable: true, description: 'One alarm; null where there is none of that number.' })
  alarm(
    @Ctx() { reads, principal }: RequestContext,
    @Arg('id', () => ID, { description: 'Its number.' }) id: string,
  ): Promise<Alarm | null> {
    return findAlarm(reads, id, principal.role);
  }

  @FieldResolver(() => [AlarmWord], {
    description:
      'Words that tell its texts from the others of the half year before, surest first; at most ten, none where its texts are too few.',
  })
  words(@Root() { source }: AlarmSource, @Ctx() { pool, reads, principal }: RequestContext): Promise<AlarmWord[]> {
    if (source.observed < fewestShown(principal.role)) return Promise.resolve([]);
    return answersOf(pool).remembered(
      reads,
      { role: principal.role },
      ['words of alarm', source.id, source.lastOn],
      async () => {
        const words = await wordsOfAlarm(reads, source);
        return words
          .filter(({ these }) => these >= fewestShown(principal.role))
          .map(({ word, these, logOdds, z }) => ({ word, texts: these, logOdds, z }));
      },
    );
  }

  @Allow(rowReaders)
  @Query(() => [AlarmRow], { description: 'Some of the rows an alarm counted, the latest first; at most eight.' })
  async alarmRows(
    @Ctx() { reads, principal }: RequestContext,
    @Arg('id', () => ID, { description: 'Number of the alarm.' }) id: string,
  ): Promise<AlarmRow[]> {
    return (await findAlarm(reads, id, principal.role))?.source.rows ?? [];
  }

  @Allow(everyone)
  @Price(() => READ)
  @Query(() => [WatchedFigure], { description: 'Every figure of a shop that is watched and has rows, as last judged.' })
  watchedFigures(
    @Ctx() { reads, principal }: RequestContext,
    @Arg('shop', () => String, { description: 'Code of the shop.' }) shop: string,
    @Arg('watch', () => String, { nullable: true, description: 'This one alone; without it all.' })
    watch?: string | null,
  ): Promise<WatchedFigure[]> {
    return listWatchedFigures(reads, shop, watch, principal.role);
  }

  @Allow(everyone)
  @Query(() => AlarmSettings, { description: 'The budget of false alarms, and what it allows.' })
  alarmSettings(@Ctx() { reads }: RequestContext): Promise<AlarmSettings> {
    return findSettings(reads);
  }

  @Allow(['operator'])
  @Mutation(() => AlarmBudgetPayload, {
    description:
      'Sets how many false alarms a month each watched series may raise, 0.0001 to 1. Everything is judged again by it within a minute.',
  })
  async setAlarmBudget(
    @Ctx() context: RequestContext,
    @Arg('monthlyBudget', () => Float, { description: 'False alarms a month for each series.' }) monthlyBudget: number,
  ): Promise<AlarmBudgetPayload> {
    const { value, userErrors } = await perform(context, ({ alerts }, actor) => alerts.setBudget(actor, monthlyBudget));
    return { monthlyBudget: value, userErrors };
  }
}
