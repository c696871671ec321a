import { Field, ID, InputType, Int } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/page.ts';
import { everyone, OutputType, Personal, withLeads } from '../../platform/graphql/roles.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { UserError } from '../../platform/operations/user-error.type.ts';
import { RoleName } from '../access/index.ts';

export const viewers = withLeads(everyone);

@OutputType({
  roles: viewers,
  description:
    'A page of the dashboard with everything its address says, under a name: period, filters, comparisons. It holds no figures; whoever opens it sees what their role may see.',
})
export class SavedView {
  @Field(() => ID, { description: 'Its number; later ones have higher ones.' })
  id!: string;

  @Personal('of a thing')
  @Field(() => String, { description: 'What its owner calls it; no two of an owner have the same.' })
  name!: string;

  @Field(() => String, { description: 'The page: `/delivery`.' })
  path!: string;

  @Field(() => String, {
    description: 'What stands behind the question mark of the address: `grain=WEEK&region=SP`; may be empty.',
  })
  search!: string;

  @Personal('account')
  @Field(() => String, { description: 'Who keeps it: "user ada", "key nightly export".' })
  owner!: string;

  @Field(() => Boolean, { description: 'It is of the one who asks; only they may change it.' })
  mine!: boolean;

  @Field(() => [RoleName], { description: 'Whose people find it too; empty: its owner alone.' })
  sharedWith!: RoleName[];

  @Field(() => [RoleName], { description: 'Roles that begin with it.' })
  homeOf!: RoleName[];

  @Field(() => Int, { description: 'Counts its changes from 1; a change names the version it changes.' })
  version!: number;

  @Field(() => DateTime, { description: 'When it was last changed.' })
  updatedAt!: Date;
}

export const SavedViewConnection = connectionOf(SavedView, 'SavedView', 'saved views', viewers);

@InputType({ description: 'Which saved views; what is left out does not narrow.' })
export class SavedViewWhere {
  @Field(() => String, { nullable: true, description: 'Part of the name, in any case.' })
  text?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'true: one’s own; false: those others share.' })
  mine?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'true: only the one that the role of who asks begins with.' })
  home?: boolean | null;
}

@InputType({ description: 'A view to be kept, or what one of one’s own is to become.' })
export class SaveViewInput {
  @Field(() => ID, { nullable: true, description: 'Which one is changed; without it a new one is saved.' })
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version that is changed, as it was read; needed with `id`.' })
  version?: number | null;

  @Field(() => String, { description: 'Its name, 1 to 80 characters.' })
  name!: string;

  @Field(() => String, { description: 'The page, as `/delivery`: of this dashboard, without host or search.' })
  path!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What stands behind the question mark of the address, at most 4,000 characters. Language and theme are the reader’s own and are not kept.',
  })
  search?: string | null;

  @Field(() => [RoleName], {
    nullable: true,
    description: 'Everyone of these roles finds it too; left out: as it was, nobody for a new one.',
  })
  sharedWith?: RoleName[] | null;
}

@OutputType({ roles: viewers, description: 'A saved view, made or changed.' })
export class SavedViewPayload {
  @Field(() => SavedView, { nullable: true, description: 'As it is now; null where nothing was done.' })
  view!: SavedView | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}

@OutputType({ roles: viewers, description: 'A saved view that was deleted.' })
export class DeletedViewPayload {
  @Field(() => ID, { nullable: true, description: 'Its number; null where nothing was done.' })
  deletedId!: string | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}
