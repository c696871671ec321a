import { Field, ID } from 'type-graphql';
import { OutputType, rowReaders } from '../../platform/graphql/roles.ts';
import { DimensionValue } from '../dimensions/index.ts';

@OutputType({ roles: rowReaders, description: 'What was sold.' })
export class Product {
  @Field(() => ID, { description: 'Stable id, the same on every reload.' })
  id!: string;

  @Field(() => String, { description: 'Its id in the source.' })
  externalId!: string;

  @Field(() => String, { nullable: true, description: 'Name; null where the source gives none.' })
  title!: string | null;

  @Field(() => DimensionValue, { nullable: true, description: 'Category; null where the source gives none.' })
  category!: DimensionValue | null;
}
