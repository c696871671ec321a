import { Field } from 'type-graphql';
import { everyone, OutputType, withLeads, Personal } from '../../platform/graphql/roles.ts';
import { AccessScope, RoleName } from '../access/index.ts';

@OutputType({ roles: withLeads(everyone), description: 'Who is asking.' })
export class Viewer {
  @Personal('account')
  @Field(() => String, { description: 'Name of the user, or label of the key.' })
  name!: string;

  @Field(() => RoleName, { description: 'What they may see.' })
  role!: RoleName;

  @Field(() => AccessScope, { nullable: true, description: 'The rows a lead sees; null for other roles.' })
  scope!: AccessScope | null;
}
