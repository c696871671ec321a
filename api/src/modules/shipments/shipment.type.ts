import { Field, ID } from 'type-graphql';
import { OutputType, rowReaders } from '../../platform/graphql/roles.ts';
import { DateTime, LocalDate } from '../../platform/graphql/scalars.ts';

@OutputType({ roles: rowReaders, description: 'A parcel of an order.' })
export class Shipment {
  @Field(() => ID, { description: 'Stable id, the same on every reload.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Code of the carrier; null where the source does not say.' })
  carrierCode!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the carrier took it over; null while that has not happened.',
  })
  handedOverAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it reached the customer; null while it has not.' })
  deliveredAt!: Date | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it reached the customer, in the shop’s zone.' })
  deliveredOn!: string | null;
}
