import { Field, ID } from 'type-graphql';
import { OutputType, rowReaders } from '../../platform/graphql/roles.ts';
import { DimensionValue } from '../dimensions/index.ts';

@OutputType({ roles: rowReaders, description: 'Who sold it on the shop’s marketplace.' })
export class Merchant {
  @Field(() => ID, { description: 'Stable id, the same on every reload.' })
  id!: string;

  @Field(() => String, { description: 'Its id in the source; the code of the MERCHANT dimension.' })
  externalId!: string;

  @Field(() => String, { nullable: true, description: 'Name; null where the source gives none.' })
  title!: string | null;

  @Field(() => DimensionValue, { nullable: true, description: 'Where the merchant is.' })
  region!: DimensionValue | null;

  @Field(() => String, { nullable: true, description: 'City, as the source writes it.' })
  city!: string | null;
}
