import { Field, ID, Int } from 'type-graphql';
import { Code } from '../../platform/graphql/code.type.ts';
import { OutputType, rowReaders, withLeads } from '../../platform/graphql/roles.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { Money } from '../../platform/graphql/shared.type.ts';
import { DimensionValue } from '../dimensions/index.ts';

@OutputType({
  roles: withLeads(rowReaders),
  description: 'An attempt to pay for an order; an order may be paid in several ways, and an attempt may fail.',
})
export class Payment {
  @Field(() => ID, { description: 'Stable id, the same on every reload.' })
  id!: string;

  @Field(() => Int, { description: 'Its number within the order.' })
  paymentNo!: number;

  @Field(() => DimensionValue, { description: 'How it was paid.' })
  method!: DimensionValue;

  @Field(() => Int, { description: 'Instalments; 1 for paid at once.' })
  installments!: number;

  @Field(() => Money, { description: 'What was to be paid; money only where `outcome` is succeeded.' })
  amount!: Money;

  @Field(() => DateTime, { nullable: true, description: 'When; null where the source does not say.' })
  paidAt!: Date | null;

  @Field(() => DimensionValue, { description: 'In full, deposit, balance, or cash on delivery.' })
  kind!: DimensionValue;

  @Field(() => Code, { description: 'succeeded or failed.' })
  outcome!: Code;

  @Field(() => DateTime, { nullable: true, description: 'When it was tried; null where the source does not say.' })
  attemptedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it failed, in the source’s code; null where it did not.' })
  failure!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the money was charged back; null where it was not.' })
  chargedBackAt!: Date | null;
}
