import { Field } from 'type-graphql';
import { LocalizedText } from '../graphql/shared.type.ts';
import { everyone, OutputType, withLeads } from '../graphql/roles.ts';

// No rows and no figures: whether somebody may be refused is decided by the mutation it answers.
@OutputType({
  roles: withLeads(everyone),
  description: 'Why something asked for was not done, for the person who asked.',
})
export class UserError {
  @Field(() => String, { description: 'For programs, such as NOT_FOUND or SOURCE_BUSY.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'The argument at fault; null where none is.' })
  field!: string | null;

  @Field(() => LocalizedText, { description: 'What is wrong and what to do about it.' })
  text!: LocalizedText;
}
