import { Field, ID, Int } from 'type-graphql';
import { OutputType, rowReaders } from '../../platform/graphql/roles.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { Money } from '../../platform/graphql/shared.type.ts';
import { DimensionValue } from '../dimensions/index.ts';

@OutputType({ roles: rowReaders, description: 'A payment towards an order; an order may be paid in several ways.' })
export class Payment {
  @Field(() => ID, { description: 'Stable id, the same on every reload.' })
  id!: string;

  @Field(() => Int, { description: 'Its number within the order.' })
  paymentNo!: number;

  @Field(() => DimensionValue, { description: 'How it was paid.' })
  method!: DimensionValue;

  @Field(() => Int, { description: 'Instalments; 1 for paid at once.' })
  installments!: number;

  @Field(() => Money, { description: 'What was paid.' })
  amount!: Money;

  @Field(() => DateTime, { nullable: true, description: 'When; null where the source does not say.' })
  paidAt!: Date | null;
}
