import { Field, ID, ObjectType } from 'type-graphql';

/** What every row has that a source delivered under an id of its own; no type of the schema by itself. */
@ObjectType({ simpleResolvers: true })
export abstract class SourceRow {
  @Field(() => ID, { description: 'Stable id, the same on every reload.' })
  id!: string;

  @Field(() => String, { description: 'Its id in the source.' })
  externalId!: string;

  @Field(() => String, { description: 'Code of the shop.' })
  shop!: string;
}
