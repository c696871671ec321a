import { Field, ID, InputType, Int } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { everyone, OutputType, withLeads, Personal } from '../../platform/graphql/roles.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { UserError } from '../../platform/operations/user-error.type.ts';

const operators = ['operator'] as const;

export const RoleName = describedEnum('Role', 'What a user or a key may see.', {
  EXECUTIVE: 'Aggregates only: metrics, shops, the health of the data.',
  ANALYST: 'Also orders, reviews and pseudonymous customers, with masked contacts.',
  LEAD: 'Figures and rows of their own scope alone: a carrier, a merchant or a team.',
  STEWARD: 'What an analyst sees; the role of those who look after personal data.',
  OPERATOR: 'What an analyst sees, and the raw text of rejected rows, users, keys and the audit.',
});
export type RoleName = keyof typeof RoleName;

export const ScopeDimensionName = describedEnum('ScopeDimension', 'By what the rows of a lead are told from others.', {
  CARRIER: 'Who carries the parcel.',
  MERCHANT: 'Who sells the goods.',
  TEAM: 'The team that handles the service case.',
});
export type ScopeDimensionName = keyof typeof ScopeDimensionName;

export const KeyScopeName = describedEnum('KeyScope', 'What of its role a key may use.', {
  FIGURES: 'Metrics and other aggregates.',
  ROWS: 'The rows behind them.',
  OPERATE: 'What only operators may read or have done.',
  INTROSPECT: 'The schema.',
});
export type KeyScopeName = keyof typeof KeyScopeName;

@OutputType({ roles: withLeads(everyone), description: 'The rows a lead sees: those that carry one of the codes.' })
export class AccessScope {
  @Field(() => ScopeDimensionName, { description: 'What the codes are of.' })
  dimension!: ScopeDimensionName;

  @Field(() => [String], { description: 'The codes, in every shop that has them.' })
  values!: readonly string[];
}

@InputType({ description: 'The rows a lead is to see.' })
export class AccessScopeInput {
  @Field(() => ScopeDimensionName, { description: 'What the codes are of.' })
  dimension!: ScopeDimensionName;

  @Field(() => [String], { description: 'The codes, at least one.' })
  values!: string[];
}

@OutputType({ roles: operators, description: 'Somebody who can sign in.' })
export class User {
  @Field(() => ID, { description: 'Number of the user.' })
  id!: string;

  @Personal('account')
  @Field(() => String, { description: 'Their name, unique.' })
  name!: string;

  @Field(() => RoleName, { description: 'What they may see.' })
  role!: RoleName;

  @Field(() => AccessScope, { nullable: true, description: 'The rows a lead sees; null for other roles.' })
  scope!: AccessScope | null;

  @Field(() => Boolean, { description: 'They have a password of ours.' })
  hasPassword!: boolean;

  @Field(() => Boolean, {
    description: 'They come from the identity provider, which decides their role at each sign-in.',
  })
  fromProvider!: boolean;

  @Field(() => DateTime, { description: 'Since when they are known.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Since when they cannot sign in; null: they can.' })
  disabledAt!: Date | null;
}

@OutputType({ roles: operators, description: 'A key of a program. The key itself is not kept.' })
export class ApiKey {
  @Field(() => String, { description: 'Its first characters, by which it is told from others.' })
  prefix!: string;

  @Field(() => String, { description: 'What it is for.' })
  label!: string;

  @Field(() => RoleName, { description: 'What it may see.' })
  role!: RoleName;

  @Field(() => AccessScope, { nullable: true, description: 'The rows a lead’s key sees; null for other roles.' })
  scope!: AccessScope | null;

  @Field(() => [KeyScopeName], { nullable: true, description: 'What of its role it may use; null: all of it.' })
  scopes!: KeyScopeName[] | null;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it stops; null: never by itself.' })
  expiresAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Its last use, to the minute; null: never used.' })
  lastUsedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked; null: it was not.' })
  revokedAt!: Date | null;
}

@OutputType({ roles: operators, description: 'A user, made or changed.' })
export class UserPayload {
  @Field(() => User, { nullable: true, description: 'As they are now; null where nothing was done.' })
  user!: User | null;

  @Field(() => [String], {
    description:
      'Codes of the scope that no row carries yet: of those a lead sees nothing. A misspelt one is among them.',
  })
  unknownCodes!: string[];

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}

@OutputType({ roles: operators, description: 'A link that signs its user in once.' })
export class SignInLinkPayload {
  @Field(() => String, {
    nullable: true,
    description: 'To be put behind the address of this server, and shown only now; null where none was made.',
  })
  path!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it stops working; null where none was made.' })
  expiresAt!: Date | null;

  @Field(() => [UserError], { description: 'Why none was made; empty where one was.' })
  userErrors!: UserError[];
}

@OutputType({ roles: operators, description: 'A key, made or revoked.' })
export class ApiKeyPayload {
  @Field(() => String, { nullable: true, description: 'A new key itself, shown only now; null where none was made.' })
  secret!: string | null;

  @Field(() => ApiKey, { nullable: true, description: 'What is kept of it; null where nothing was done.' })
  key!: ApiKey | null;

  @Field(() => [String], {
    description:
      'Codes of the scope that no row carries yet: of those a lead sees nothing. A misspelt one is among them.',
  })
  unknownCodes!: string[];

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}

@InputType({ description: 'A key to be made.' })
export class NewApiKeyInput {
  @Field(() => String, { description: 'What it is for.' })
  label!: string;

  @Field(() => RoleName, { description: 'What it may see.' })
  role!: RoleName;

  @Field(() => AccessScopeInput, { nullable: true, description: 'For a lead: the rows it sees.' })
  scope?: AccessScopeInput | null;

  @Field(() => [KeyScopeName], { nullable: true, description: 'What of its role it may use; without it all.' })
  scopes?: KeyScopeName[] | null;

  @Field(() => Int, { nullable: true, description: 'Days until it stops; without it never.' })
  expiresInDays?: number | null;
}
