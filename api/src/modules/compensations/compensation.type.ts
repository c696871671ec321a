import { Field, InputType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/page.ts';
import { OutputType, rowReaders, withLeads } from '../../platform/graphql/roles.ts';
import { DateTime, LocalDate } from '../../platform/graphql/scalars.ts';
import { Money } from '../../platform/graphql/shared.type.ts';
import { SourceRow } from '../../platform/graphql/source-row.type.ts';
import { DimensionFilter, DimensionValue } from '../dimensions/index.ts';
import { MetricRowsInput } from '../metrics/index.ts';

@OutputType({ roles: withLeads(rowReaders), description: 'What the shop granted to make up for a failure.' })
export class Compensation extends SourceRow {
  @Field(() => DimensionValue, { description: 'What it makes up for.' })
  failure!: DimensionValue;

  @Field(() => DimensionValue, { description: 'Coupon, points or cash.' })
  form!: DimensionValue;

  @Field(() => Money, { description: 'What it is worth.' })
  amount!: Money;

  @Field(() => DateTime, { description: 'When it was granted.' })
  grantedAt!: Date;

  @Field(() => LocalDate, { description: 'The day it was granted, in the shop’s zone.' })
  grantedOn!: string;

  customerId!: string;
  orderId!: string | null;
  caseId!: string | null;
}

export const CompensationConnection = connectionOf(
  Compensation,
  'Compensation',
  'compensations',
  withLeads(rowReaders),
);

@InputType({ description: 'Which compensations; all conditions must hold.' })
export class CompensationWhere {
  @Field(() => MetricRowsInput, { nullable: true, description: 'Those behind a figure that counts compensations.' })
  behind?: MetricRowsInput | null;

  @Field(() => String, { nullable: true, description: 'Of this shop.' })
  shop?: string | null;

  @Field(() => String, { nullable: true, description: 'For this failure.' })
  failure?: string | null;

  @Field(() => String, { nullable: true, description: 'In this form.' })
  form?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Granted on this day or later.' })
  grantedFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Granted on this day or earlier.' })
  grantedTo?: string | null;

  @Field(() => [DimensionFilter], { nullable: true, description: 'By dimensions; all must hold.' })
  dimensions?: DimensionFilter[] | null;
}
