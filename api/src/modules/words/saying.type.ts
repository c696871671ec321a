import { Field, ID, Int } from 'type-graphql';
import { OutputType, Personal, rowReaders, withLeads } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { TextKind } from './word.input.ts';
import { TextLanguage } from './word.type.ts';

@OutputType({ roles: withLeads(rowReaders), description: 'A sentence behind a word, an aspect or a topic.' })
export class Saying {
  @Field(() => TextKind, { description: 'What it was written in.' })
  kind!: keyof typeof TextKind;

  @Field(() => ID, { description: 'Id of that review, case or mention.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The order it is about; null where it names none.' })
  orderId!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was written; null where that is not known.' })
  saidOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'Stars, of a review.' })
  score!: number | null;

  @Field(() => TextLanguage, { description: 'Its language.' })
  language!: keyof typeof TextLanguage;

  @Personal('free text')
  @Field(() => String, {
    description: 'The sentence; long numbers, addresses of mail and links are covered. At most 300 characters.',
  })
  sentence!: string;
}
