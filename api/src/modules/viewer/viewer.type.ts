import { Field } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';

export const RoleName = describedEnum('Role', 'What a user or a key may see.', {
  EXECUTIVE: 'Aggregates only: metrics, shops, the health of the data.',
  ANALYST: 'Also orders, reviews and pseudonymous customers, with masked contacts.',
  OPERATOR: 'Also the raw text of rejected rows.',
});

@OutputType({ roles: everyone, description: 'Who is asking.' })
export class Viewer {
  @Field(() => String, { description: 'Name of the user, or label of the key.' })
  name!: string;

  @Field(() => RoleName, { description: 'What they may see.' })
  role!: keyof typeof RoleName;
}
