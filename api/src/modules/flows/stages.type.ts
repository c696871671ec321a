import { ArgsType, Field, Float, InputType, Int } from 'type-graphql';
import { Code } from '../../platform/graphql/code.type.ts';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { Dimension, DimensionFilter } from '../dimensions/index.ts';
import { PeriodInput } from '../metrics/index.ts';
import { JourneyOutcome } from './flow.type.ts';

export const JourneyFlowStage = describedEnum(
  'JourneyFlowStage',
  'A stage of the journey at which each order is one thing.',
  {
    SEGMENT: 'What the order is, by a dimension.',
    DELIVERY: 'What became of the promise: on time, late, not delivered, without a promise; or the order was canceled.',
    VOICE:
      'What the customer said, the gravest counted: complained, bad review (at most 2 stars), review of 3 stars, good review (at least 4), nothing.',
    RETURN:
      'Whether another valid order day of the customer followed within 90 days; open where those days are not over, not counted for invalid orders and guests.',
  },
);
export type JourneyFlowStage = keyof typeof JourneyFlowStage;

@OutputType({ roles: everyone, description: 'What orders can be at a stage, and how many are.' })
export class JourneyStageValue {
  @Field(() => JourneyFlowStage, { description: 'The stage.' })
  stage!: JourneyFlowStage;

  @Field(() => Code, { description: 'What they are; code `*` stands for all segments beyond the eight largest.' })
  value!: Code;

  @Field(() => Int, { description: 'Orders of the flows shown; for executives, those of small flows are not in it.' })
  orders!: number;
}

@OutputType({ roles: everyone, description: 'Orders that are one thing at a stage and another at the next.' })
export class JourneyStageFlow {
  @Field(() => JourneyFlowStage, { description: 'The first of the two stages.' })
  stage!: JourneyFlowStage;

  @Field(() => Code, { description: 'What they are there.' })
  from!: Code;

  @Field(() => Code, { description: 'What they are at the next stage.' })
  to!: Code;

  @Field(() => Int, { description: 'How many orders; in several segments they count in each.' })
  orders!: number;

  @Field(() => Float, { description: '`orders` out of all that are `from`, 0 to 1.' })
  share!: number;

  @Field(() => Float, { description: 'Where the share lies with 95 % confidence (Wilson 1927), its lower end.' })
  low!: number;

  @Field(() => Float, { description: 'Its upper end.' })
  high!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Median seconds from the order to the second of the two: delivered, complained or reviewed, ordered again; null where it has no moment.',
  })
  medianSeconds!: number | null;
}

@OutputType({
  roles: everyone,
  description: 'Orders from what they are, through the promise and the voice, to the return.',
})
export class JourneyStages {
  @Field(() => Int, { description: 'Orders counted; 0 for executives where fewer than five are.' })
  orders!: number;

  @Field(() => [JourneyStageValue], { description: 'What they are at each stage, in the order in which it is drawn.' })
  values!: JourneyStageValue[];

  @Field(() => [JourneyStageFlow], {
    description:
      'How many go from each to each; for executives without flows of fewer than five orders, and without a second one wherever the first could be told from the rest.',
  })
  flows!: JourneyStageFlow[];
}

@ArgsType()
export class JourneyStagesArguments {
  @Field(() => PeriodInput, { description: 'Orders placed in these days, both inclusive.' })
  period!: PeriodInput;

  @Field(() => String, { nullable: true, description: 'Of this shop; without it of all.' })
  shop?: string | null;

  @Field(() => [DimensionFilter], { nullable: true, description: 'Filters on the orders; all must hold.' })
  where?: DimensionFilter[] | null;

  @Field(() => JourneyOutcome, { nullable: true, defaultValue: 'ALL', description: 'Only orders that ended so.' })
  outcome?: JourneyOutcome | null;

  @Field(() => Dimension, {
    nullable: true,
    defaultValue: 'FIRST_OR_REPEAT',
    description: 'What the first stage is; a dimension of orders.',
  })
  by?: Dimension | null;
}

@InputType({ description: 'Orders by what they are at the stages of the journey, as `journeyStages` counts them.' })
export class JourneyPath {
  @Field(() => Dimension, { nullable: true, description: 'What `segment` is a value of; FIRST_OR_REPEAT if left out.' })
  by?: Dimension | null;

  @Field(() => String, { nullable: true, description: 'Code of the segment; empty text: orders without a value.' })
  segment?: string | null;

  @Field(() => String, { nullable: true, description: 'Code at the stage DELIVERY, such as `late`.' })
  delivery?: string | null;

  @Field(() => String, { nullable: true, description: 'Code at the stage VOICE, such as `complained`.' })
  voice?: string | null;

  @Field(() => String, { nullable: true, description: 'Code at the stage RETURN, such as `back`.' })
  back?: string | null;

  @Field(() => JourneyOutcome, { nullable: true, description: 'Only orders that ended so.' })
  outcome?: JourneyOutcome | null;
}
