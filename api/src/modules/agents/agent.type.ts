import { Field, Float, ID } from 'type-graphql';
import type { LocalizedText as Text } from '@rapport/model/vocabulary';
import { Code } from '../../platform/graphql/code.type.ts';
import { Allow, everyone, OutputType, rowReaders } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { LocalizedText } from '../../platform/graphql/shared.type.ts';
import { DimensionValue } from '../dimensions/index.ts';

@OutputType({
  roles: everyone,
  description: 'Who answers customers, known by work number and work name only.',
})
export class Agent {
  @Field(() => String, { description: 'Work number; the code of the AGENT dimension.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'Work name; the work number where none is given.' })
  label!: Text;

  @Field(() => String, { description: 'Code of the shop.' })
  shop!: string;

  @Field(() => DimensionValue, { nullable: true, description: 'The team; null where none is named.' })
  team!: DimensionValue | null;

  @Field(() => Boolean, { description: 'A bot, not a person.' })
  isBot!: boolean;

  @Allow(rowReaders)
  @Field(() => LocalDate, { nullable: true, description: 'First day at work; null where the source does not say.' })
  hiredOn!: string | null;
}

@OutputType({ roles: rowReaders, description: 'A training attended or a work sample scored.' })
export class Assessment {
  @Field(() => ID, { description: 'Stable id, the same on every reload.' })
  id!: string;

  @Field(() => Code, { description: 'Training or quality check.' })
  kind!: Code;

  @Field(() => DimensionValue, {
    nullable: true,
    description: 'What it was about; null where it was about no one topic.',
  })
  topic!: DimensionValue | null;

  @Field(() => Float, { nullable: true, description: 'Score, 0 to 100; null for a training without a test.' })
  score!: number | null;

  @Field(() => LocalDate, { description: 'The day it took place.' })
  happenedOn!: string;
}
