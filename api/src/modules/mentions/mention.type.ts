import { Field, InputType, Int } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/page.ts';
import { OutputType, rowReaders, Personal } from '../../platform/graphql/roles.ts';
import { DateTime, LocalDate } from '../../platform/graphql/scalars.ts';
import { SourceRow } from '../../platform/graphql/source-row.type.ts';
import { DimensionFilter, DimensionValue } from '../dimensions/index.ts';
import { MetricRowsInput } from '../metrics/index.ts';

@OutputType({ roles: rowReaders, description: 'A public mention of the shop.' })
export class Mention extends SourceRow {
  @Field(() => DimensionValue, { description: 'Where it was said.' })
  platform!: DimensionValue;

  @Field(() => DateTime, { description: 'When.' })
  mentionedAt!: Date;

  @Field(() => LocalDate, { description: 'The day, in the shop’s zone.' })
  mentionedOn!: string;

  @Field(() => Int, { nullable: true, description: 'Tone: −1 bad, 0 even, 1 good; null where it was not judged.' })
  sentiment!: number | null;

  @Field(() => Int, { nullable: true, description: 'People who may have seen it; null where that is not known.' })
  reach!: number | null;

  @Field(() => DimensionValue, { nullable: true, description: 'What it is about; null where that is not said.' })
  topic!: DimensionValue | null;

  @Personal('free text')
  @Field(() => String, { nullable: true, description: 'The words; null where the source gives none.' })
  text!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the shop answered; null where it did not.' })
  respondedAt!: Date | null;

  productId!: string | null;
}

export const MentionConnection = connectionOf(Mention, 'Mention', 'public mentions', rowReaders);

@InputType({ description: 'Which mentions; all conditions must hold.' })
export class MentionWhere {
  @Field(() => MetricRowsInput, { nullable: true, description: 'The mentions behind a figure that counts them.' })
  behind?: MetricRowsInput | null;

  @Field(() => String, { nullable: true, description: 'Of this shop.' })
  shop?: string | null;

  @Field(() => String, { nullable: true, description: 'On this platform.' })
  platform?: string | null;

  @Field(() => String, { nullable: true, description: 'About this topic.' })
  topic?: string | null;

  @Field(() => Int, { nullable: true, description: 'With this tone: −1, 0 or 1.' })
  sentiment?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Answered by the shop, or not.' })
  responded?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'Made on this day or later.' })
  mentionedFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Made on this day or earlier.' })
  mentionedTo?: string | null;

  @Field(() => [DimensionFilter], { nullable: true, description: 'By dimensions; all must hold.' })
  dimensions?: DimensionFilter[] | null;
}
