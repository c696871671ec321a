import { Field, Float } from 'type-graphql';
import type { LocalizedText as Text } from '@rapport/model/vocabulary';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { LocalizedText, Money } from '../../platform/graphql/shared.type.ts';
import { Interval, MetricHead, MetricId } from '../metrics/index.ts';
import {
  StudiedGroup,
  EffectHorizon,
  EffectTrendPoint,
  InitiativeOverlap,
  inUnit,
  LeftOutGroup,
  PreTrend,
} from './effect.type.ts';
import { InitiativeVerdict, UnknownReason } from './initiative.enums.ts';
import { Initiative } from './initiative.type.ts';

@OutputType({ roles: everyone, description: 'What a programme cost against what it brought. Sales, not profit.' })
export class InitiativeReturn {
  @Field(() => Money, { description: 'What it cost in all.' })
  cost!: Money;

  @Field(() => Float, {
    description:
      'Outcomes it brought since its start (avoided, where less is better): the effect times the rows of the groups reached. Below 0: it lost them.',
  })
  outcomes!: number;

  @Field(() => Float, { description: 'Lower end of that.' })
  outcomesLow!: number;

  @Field(() => Float, { description: 'Upper end of that.' })
  outcomesHigh!: number;

  @Field(() => Money, {
    nullable: true,
    description: 'Cost of one of them; null where the effect is not told from none.',
  })
  costPerOutcome!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description:
      'What one is worth in sales: the mean value of an order of these groups, where an outcome is a customer who comes back; else null.',
  })
  worth!: Money | null;

  @Field(() => Money, { nullable: true, description: 'Sales they brought.' })
  value!: Money | null;

  @Field(() => Money, { nullable: true, description: 'Lower end of that.' })
  valueLow!: Money | null;

  @Field(() => Money, { nullable: true, description: 'Upper end of that.' })
  valueHigh!: Money | null;
}

@OutputType({
  roles: everyone,
  description:
    'Whether a programme worked: the change of the groups it reached since its start, less the change of others in the same days. The interval lets groups stray by themselves (random effects of groups: DerSimonian and Laird 1986, Hartung and Knapp 2001).',
})
export class InitiativeFinding {
  @Field(() => Initiative, { description: 'The programme.' })
  initiative!: Initiative;

  @Field(() => MetricHead, {
    nullable: true,
    description: 'What is looked at; null where the programme names no known metric.',
  })
  metric!: MetricHead | null;

  @Field(() => InitiativeVerdict, { description: 'What can be said over all days known.' })
  verdict!: keyof typeof InitiativeVerdict;

  @Field(() => UnknownReason, { nullable: true, description: 'Of CANNOT_TELL: why.' })
  reason!: keyof typeof UnknownReason | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Of EFFECT: for the better; null otherwise, and where the metric is neither good nor bad.',
  })
  better!: boolean | null;

  @Field(() => LocalizedText, { description: 'The verdict as a sentence.' })
  sentence!: Text;

  @Field(() => LocalizedText, { nullable: true, description: 'Of CANNOT_TELL: what would help.' })
  remedy!: Text | null;

  @Field(() => [EffectHorizon], {
    description: 'All days known first, then 30, 60 and 90 days; empty where nothing can be looked at.',
  })
  horizons!: EffectHorizon[];

  @Field(() => Float, {
    nullable: true,
    description: `The smallest effect that would matter, ${inUnit}: the one claimed, else a tenth of what would have been.`,
  })
  matters!: number | null;

  @Field(() => Boolean, { description: 'True where `matters` is what was claimed.' })
  claimed!: boolean;

  @Field(() => [StudiedGroup], {
    description:
      'The groups it was done in, the largest first; those of which nothing is measured before its start are left out.',
  })
  reached!: StudiedGroup[];

  @Field(() => [StudiedGroup], { description: 'With whom it is compared, the largest first.' })
  controls!: StudiedGroup[];

  @Field(() => [LeftOutGroup], { description: 'Who was not compared with, and why.' })
  leftOut!: LeftOutGroup[];

  @Field(() => [InitiativeOverlap], {
    description: 'Programmes that met the same groups in the same time; empty: none.',
  })
  overlaps!: InitiativeOverlap[];

  @Field(() => PreTrend, { description: 'Whether both sides moved alike before.' })
  preTrend!: PreTrend;

  @Field(() => [EffectTrendPoint], { description: 'Both sides, thirty days by thirty days.' })
  trend!: EffectTrendPoint[];

  @Field(() => InitiativeReturn, {
    nullable: true,
    description: 'Cost and return; null where the cost is not known or outcomes cannot be counted.',
  })
  money!: InitiativeReturn | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last order day loaded of its shop.' })
  asOf!: string | null;

  @Field(() => String, { description: 'The published state that was read.' })
  dataVersion!: string;
}

@OutputType({
  roles: everyone,
  description: 'A programme as a chart of its metric shows it: from when to when, with its verdict.',
})
export class InitiativeAnnotation {
  @Field(() => MetricId, { description: 'The metric on whose charts it belongs.' })
  metric!: string;

  @Field(() => String, { description: 'Code of the programme.' })
  code!: string;

  @Field(() => String, { description: 'Code of the shop.' })
  shop!: string;

  @Field(() => LocalizedText, { description: 'Its name.' })
  label!: Text;

  @Field(() => LocalDate, { description: 'First day.' })
  startsOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day; null while it goes on.' })
  endsOn!: string | null;

  @Field(() => InitiativeVerdict, { description: 'Whether it worked.' })
  verdict!: keyof typeof InitiativeVerdict;

  @Field(() => Boolean, { nullable: true, description: 'Of EFFECT: for the better.' })
  better!: boolean | null;

  @Field(() => Float, { nullable: true, description: `The effect over all days known, ${inUnit}.` })
  effect!: number | null;

  @Field(() => Interval, { nullable: true, description: 'Its range.' })
  interval!: Interval | null;

  @Field(() => LocalizedText, { description: 'The verdict as a sentence.' })
  sentence!: Text;
}
