import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Allow, everyone, rowReaders } from '../../platform/graphql/roles.ts';
import { outcomeOf } from '../../platform/operations/perform.ts';
import { MetricId, PeriodInput } from '../metrics/index.ts';
import { readAnnotations, readFinding, readFindings, readLedger } from './finding.reader.ts';
import { InitiativeAnnotation, InitiativeFinding } from './finding.type.ts';
import { deleteInitiative, saveInitiative } from './initiative.service.ts';
import { DeletedInitiativePayload, Initiative, InitiativePayload, SaveInitiativeInput } from './initiative.type.ts';

/** One study reads up to eighteen stretches of days by every group. */
const A_STUDY = 40;
const ofShop = { nullable: true, description: 'Of this shop; without it of all.' } as const;

@Resolver(() => Initiative)
export class InitiativeResolver {
  @Allow(everyone)
  @Query(() => [Initiative], { description: 'Programmes that claim to improve something, in order of their start.' })
  initiatives(
    @Ctx() context: RequestContext,
    @Arg('shop', () => String, ofShop) shop?: string | null,
  ): Promise<Initiative[]> {
    return readLedger(context, { shop: shop ?? null });
  }

  @Allow(everyone)
  @Price(() => A_STUDY)
  @Query(() => InitiativeFinding, {
    nullable: true,
    description: 'Whether one programme worked. Null where there is none of this code.',
  })
  initiativeFinding(
    @Ctx() context: RequestContext,
    @Arg('shop', () => String, { description: 'Code of the shop.' }) shop: string,
    @Arg('code', () => String, { description: 'Code of the programme.' }) code: string,
    @Arg('metric', () => MetricId, {
      nullable: true,
      description: 'Another metric than the one it wants to move: what else it did.',
    })
    metric?: string | null,
  ): Promise<InitiativeFinding | null> {
    return readFinding(context, { shop, code, metric: metric ?? null });
  }

  @Allow(everyone)
  @Price(() => 5 * A_STUDY)
  @Query(() => [InitiativeFinding], {
    description: 'Whether each programme worked, by the metric it wants to move; in order of their start.',
  })
  initiativeFindings(
    @Ctx() context: RequestContext,
    @Arg('shop', () => String, ofShop) shop?: string | null,
  ): Promise<InitiativeFinding[]> {
    return readFindings(context, shop ?? null);
  }

  @Allow(everyone)
  @Price(() => 2 * A_STUDY)
  @Query(() => [InitiativeAnnotation], {
    description:
      'Programmes that touch a period and want to move one of these metrics, with their verdicts: what a chart of the metric shows beside its line.',
  })
  initiativeAnnotations(
    @Ctx() context: RequestContext,
    @Arg('metrics', () => [MetricId], { description: 'The metrics of the chart.' }) metrics: string[],
    @Arg('period', () => PeriodInput, { description: 'Its days, both inclusive.' }) period: PeriodInput,
    @Arg('shop', () => String, ofShop) shop?: string | null,
  ): Promise<InitiativeAnnotation[]> {
    return readAnnotations(context, { metrics, period, shop: shop ?? null });
  }

  @Allow(rowReaders)
  @Mutation(() => InitiativePayload, {
    description:
      'Writes a programme down, corrects a delivered one, or changes what was written here. It is written to the audit.',
  })
  async saveInitiative(
    @Ctx() context: RequestContext,
    @Arg('input', () => SaveInitiativeInput, { description: 'What is to be kept.' }) input: SaveInitiativeInput,
  ): Promise<InitiativePayload> {
    const { value, userErrors } = await outcomeOf(() => saveInitiative(context, input));
    return { initiative: value, userErrors };
  }

  @Allow(rowReaders)
  @Mutation(() => DeletedInitiativePayload, {
    description:
      'Takes back what was entered here under a code; what a source delivers under it holds again. It is written to the audit.',
  })
  async deleteInitiative(
    @Ctx() context: RequestContext,
    @Arg('shop', () => String, { description: 'Code of the shop.' }) shop: string,
    @Arg('code', () => String, { description: 'Code of the programme.' }) code: string,
    @Arg('version', () => Int, { description: 'The version that is taken back, as it was read.' }) version: number,
  ): Promise<DeletedInitiativePayload> {
    const { value, userErrors } = await outcomeOf(() => deleteInitiative(context, { shop, code, version }));
    return { delivered: value, userErrors };
  }
}
