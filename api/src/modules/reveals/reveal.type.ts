import { Field, ID, InputType, Int } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { OutputType, Personal } from '../../platform/graphql/roles.ts';
import { UserError } from '../../platform/operations/user-error.type.ts';

const stewards = ['steward'] as const;

export const ContactField = describedEnum('ContactField', 'What is known of how to reach a customer.', {
  NAME: 'Name.',
  PHONE: 'Phone number.',
  EMAIL: 'E-mail address.',
});
export type ContactField = keyof typeof ContactField;

@InputType({ description: 'Whose contacts are revealed, and why. Either a customer or a case, not both.' })
export class RevealInput {
  @Field(() => ID, { nullable: true, description: 'The customer, by pseudonym.' })
  customer?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A service case: its customer is meant, and the audit names the case.',
  })
  serviceCase?: string | null;

  @Field(() => String, {
    description:
      'Why, 10 to 500 characters, for whoever reads the audit. It is kept for ever, so it may hold no phone number or e-mail address.',
  })
  reason!: string;
}

@OutputType({ roles: stewards, description: 'A contact as the source gave it. It is answered once and kept nowhere.' })
export class RevealedContact {
  @Field(() => ContactField, { description: 'What it is.' })
  field!: ContactField;

  @Personal('revealed')
  @Field(() => String, {
    nullable: true,
    description: 'The value; null where it was sealed under a column that no source declares any more.',
  })
  value!: string | null;

  @Field(() => ID, {
    description:
      'Whose it is by the source: another pseudonym than was asked for where two accounts turned out to be one.',
  })
  customerId!: string;
}

@OutputType({ roles: stewards, description: 'What was revealed.' })
export class RevealPayload {
  @Field(() => [RevealedContact], { description: 'Contacts that are held; empty where none are, or nothing was done.' })
  contacts!: RevealedContact[];

  @Field(() => Int, { nullable: true, description: 'Reveals you have left this hour; null where nothing was done.' })
  left!: number | null;

  @Field(() => [UserError], { description: 'Why nothing was revealed; empty where something was.' })
  userErrors!: UserError[];
}
