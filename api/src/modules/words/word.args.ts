import { ArgsType, Field, Int } from 'type-graphql';
import { TextKind, TextSliceInput } from './word.input.ts';

@ArgsType()
export class TextsArgs {
  @Field(() => [TextKind], { nullable: true, description: 'Kinds of texts; without it all. Leads: reviews and cases.' })
  texts?: (keyof typeof TextKind)[] | null;

  @Field(() => TextSliceInput, { description: 'The texts asked about.' })
  these!: TextSliceInput;

  @Field(() => TextSliceInput, {
    nullable: true,
    description: 'What they are held against; a text in both is one of these.',
  })
  those?: TextSliceInput | null;
}

@ArgsType()
export class WordsArgs extends TextsArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: 20,
    description: 'Words at most in each language and direction, 1 to 50.',
  })
  first!: number;
}

@ArgsType()
export class SayingsArgs {
  @Field(() => [TextKind], { nullable: true, description: 'Kinds of texts; without it all. Leads: reviews and cases.' })
  texts?: (keyof typeof TextKind)[] | null;

  @Field(() => TextSliceInput, { description: 'Among these texts.' })
  slice!: TextSliceInput;

  @Field(() => String, { nullable: true, description: 'A term, as `distinguishingWords` tells it.' })
  term?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of an aspect.' })
  aspect?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of a topic.' })
  topic?: string | null;

  @Field(() => Int, { nullable: true, defaultValue: 10, description: 'Sentences at most, 1 to 50.' })
  first!: number;
}
