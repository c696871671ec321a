import { Field, InputType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/page.ts';
import { OutputType, rowReaders } from '../../platform/graphql/roles.ts';
import { DateTime, LocalDate } from '../../platform/graphql/scalars.ts';
import { SourceRow } from '../../platform/graphql/source-row.type.ts';
import { DimensionFilter, DimensionValue } from '../dimensions/index.ts';
import { MetricRowsInput } from '../metrics/index.ts';

@OutputType({ roles: rowReaders, description: 'A customer’s recommendation of the shop to a friend.' })
export class Referral extends SourceRow {
  @Field(() => DimensionValue, { nullable: true, description: 'How; null where the source does not say.' })
  channel!: DimensionValue | null;

  @Field(() => DateTime, { description: 'When.' })
  referredAt!: Date;

  @Field(() => LocalDate, { description: 'The day, in the shop’s zone.' })
  referredOn!: string;

  @Field(() => DateTime, { nullable: true, description: 'When the friend became a customer; null while not.' })
  joinedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the friend first ordered; null while not.' })
  firstOrderedAt!: Date | null;

  customerId!: string;
  friendId!: string | null;
  caseId!: string | null;
}

export const ReferralConnection = connectionOf(Referral, 'Referral', 'recommendations to friends', rowReaders);

@InputType({ description: 'Which recommendations; all conditions must hold.' })
export class ReferralWhere {
  @Field(() => MetricRowsInput, { nullable: true, description: 'Those behind a figure that counts recommendations.' })
  behind?: MetricRowsInput | null;

  @Field(() => String, { nullable: true, description: 'Of this shop.' })
  shop?: string | null;

  @Field(() => String, { nullable: true, description: 'By this channel.' })
  channel?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'The friend has ordered, or not.' })
  ordered?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'Made on this day or later.' })
  referredFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Made on this day or earlier.' })
  referredTo?: string | null;

  @Field(() => [DimensionFilter], { nullable: true, description: 'By dimensions; all must hold.' })
  dimensions?: DimensionFilter[] | null;
}
