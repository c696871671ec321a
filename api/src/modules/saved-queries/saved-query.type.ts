import { Field, ID, InputType, Int } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/page.ts';
import { OutputType, Personal, rowReaders } from '../../platform/graphql/roles.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { UserError } from '../../platform/operations/user-error.type.ts';
import { RoleName } from '../access/index.ts';

@OutputType({
  roles: rowReaders,
  description: 'A question in GraphQL that somebody keeps, for themselves or for everyone of some roles.',
})
export class SavedQuery {
  @Field(() => ID, { description: 'Its number; later ones have higher ones.' })
  id!: string;

  @Personal('of a thing')
  @Field(() => String, { description: 'What its owner calls it; no two of an owner have the same.' })
  name!: string;

  @Field(() => String, { description: 'What it answers, in the words of its owner; may be empty.' })
  description!: string;

  @Field(() => String, { description: 'The GraphQL document. It was valid when it was saved.' })
  document!: string;

  @Field(() => String, { nullable: true, description: 'Its variables, a JSON object as text; null: none.' })
  variables!: string | null;

  @Personal('account')
  @Field(() => String, { description: 'Who keeps it: "user ada", "key nightly export".' })
  owner!: string;

  @Field(() => Boolean, { description: 'It is of the one who asks; only they may change it.' })
  mine!: boolean;

  @Field(() => [RoleName], { description: 'Whose people may open it; empty: its owner alone.' })
  sharedWith!: RoleName[];

  @Field(() => Int, { description: 'Counts its changes from 1; a change names the version it changes.' })
  version!: number;

  @Field(() => DateTime, { description: 'When it was first saved.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'When it was last changed.' })
  updatedAt!: Date;
}

export const SavedQueryConnection = connectionOf(SavedQuery, 'SavedQuery', 'saved queries', rowReaders);

@InputType({ description: 'Which saved queries; what is left out does not narrow.' })
export class SavedQueryWhere {
  @Field(() => String, { nullable: true, description: 'Part of the name or the description, in any case.' })
  text?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'true: one’s own; false: those others share.' })
  mine?: boolean | null;
}

@InputType({ description: 'A query to be kept, or what one of one’s own is to become.' })
export class SaveQueryInput {
  @Field(() => ID, { nullable: true, description: 'Which one is changed; without it a new one is saved.' })
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version that is changed, as it was read; needed with `id`.' })
  version?: number | null;

  @Field(() => String, { description: 'Its name, 1 to 120 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it answers, at most 1,000 characters; left out: none.' })
  description?: string | null;

  @Field(() => String, { description: 'The GraphQL document, valid against this schema and within its limits.' })
  document!: string;

  @Field(() => String, { nullable: true, description: 'Its variables, a JSON object as text; left out: none.' })
  variables?: string | null;
}

@OutputType({ roles: rowReaders, description: 'A saved query, made or changed.' })
export class SavedQueryPayload {
  @Field(() => SavedQuery, { nullable: true, description: 'As it is now; null where nothing was done.' })
  query!: SavedQuery | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}

@OutputType({ roles: rowReaders, description: 'A saved query that was deleted.' })
export class DeletedQueryPayload {
  @Field(() => ID, { nullable: true, description: 'Its number; null where nothing was done.' })
  deletedId!: string | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}
