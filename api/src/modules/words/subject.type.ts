import { Field, Float, Int } from 'type-graphql';
import { everyone, OutputType, withLeads } from '../../platform/graphql/roles.ts';
import { LocalizedText } from '../../platform/graphql/shared.type.ts';
import { Interval } from '../metrics/index.ts';
import { TextKind } from './word.input.ts';

@OutputType({ roles: withLeads(everyone), description: 'An aspect or a topic, as the texts of a slice speak of it.' })
export class TextSubject {
  @Field(() => String, { description: 'Its code.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'What it is called.' })
  label!: LocalizedText;

  @Field(() => LocalizedText, { description: 'What belongs to it.' })
  means!: LocalizedText;

  @Field(() => Int, {
    nullable: true,
    description: 'Texts that speak of it; null where so few that they are withheld, with all that follows from them.',
  })
  texts!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of all texts of the slice, 0 … 1; null without any.' })
  share!: number | null;

  @Field(() => Interval, { nullable: true, description: 'Of the share.' })
  shareInterval!: Interval | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Mean stars of the reviews that speak of it; null: none has stars.',
  })
  score!: number | null;

  @Field(() => Interval, { nullable: true, description: 'Of the mean.' })
  scoreInterval!: Interval | null;

  @Field(() => Int, { nullable: true, description: 'Reviews with stars that speak of it.' })
  scored!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of them, with one or two stars.' })
  bad!: number | null;

  @Field(() => Float, { nullable: true, description: '`bad` over `scored`.' })
  badShare!: number | null;

  @Field(() => Interval, { nullable: true, description: 'Of `badShare`.' })
  badInterval!: Interval | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The share among the texts it is held against; null without them.',
  })
  otherShare!: number | null;

  @Field(() => Float, { nullable: true, description: '`share` minus `otherShare`.' })
  difference!: number | null;

  @Field(() => Interval, { nullable: true, description: 'Of the difference.' })
  differenceInterval!: Interval | null;
}

@OutputType({ roles: withLeads(everyone), description: 'What texts speak of, by rules kept by hand.' })
export class TextSubjects {
  @Field(() => [TextSubject], {
    description:
      'Product, delivery, courier, service, packaging, price, truth of description; the most frequent first.',
  })
  aspects!: TextSubject[];

  @Field(() => [TextSubject], { description: 'What goes wrong again and again; the most frequent first.' })
  topics!: TextSubject[];

  @Field(() => Int, { nullable: true, description: 'Texts of the slice; null where so few that they are withheld.' })
  texts!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Texts they are held against; null: nothing, or so few that they are withheld.',
  })
  otherTexts!: number | null;

  @Field(() => Float, { nullable: true, description: 'Mean stars of its reviews that hold words.' })
  score!: number | null;

  @Field(() => Int, { nullable: true, description: 'Reviews behind the mean.' })
  scored!: number | null;
}

@OutputType({
  roles: withLeads(everyone),
  description: 'Reviews whose side the words recognised, tried on the half that was not learned from.',
})
export class Recognised {
  @Field(() => Int, { description: 'Recognised.' })
  part!: number;

  @Field(() => Int, { description: 'Tried.' })
  whole!: number;

  @Field(() => Float, { description: '`part` over `whole`.' })
  share!: number;

  @Field(() => Interval, { nullable: true, description: 'Of the share.' })
  interval!: Interval | null;
}

@OutputType({ roles: withLeads(everyone), description: 'How texts of one kind sound.' })
export class ToneOfKind {
  @Field(() => TextKind, { description: 'The kind.' })
  kind!: keyof typeof TextKind;

  @Field(() => Int, {
    nullable: true,
    description: 'Texts looked at: of more than 20,000 an even sample; null where so few that they are withheld.',
  })
  texts!: number | null;

  @Field(() => Int, { nullable: true, description: 'Sound content.' })
  good!: number | null;

  @Field(() => Int, { nullable: true, description: 'Sound discontent.' })
  bad!: number | null;

  @Field(() => Int, { nullable: true, description: 'Their words tell neither.' })
  neither!: number | null;

  @Field(() => Interval, { nullable: true, description: 'Of the share that sounds discontent.' })
  badInterval!: Interval | null;
}

@OutputType({ roles: withLeads(everyone), description: 'How many reviews a tone was learned from.' })
export class LearnedFrom {
  @Field(() => Int, { description: 'With four or five stars.' })
  good!: number;

  @Field(() => Int, { description: 'With one or two stars.' })
  bad!: number;
}

@OutputType({
  roles: withLeads(everyone),
  description:
    'How texts sound, by the words of this shop’s own reviews: what each word says is its log-odds in good reviews against bad ones; a text is their sum.',
})
export class TextTone {
  @Field(() => LearnedFrom, { description: 'What it was learned from.' })
  learnedFrom!: LearnedFrom;

  @Field(() => Recognised, { description: 'Good reviews recognised.' })
  good!: Recognised;

  @Field(() => Recognised, { description: 'Bad reviews recognised.' })
  bad!: Recognised;

  @Field(() => [ToneOfKind], { description: 'How each kind of text sounds.' })
  kinds!: ToneOfKind[];

  @Field(() => [String], { description: 'Words that speak most for a good review.' })
  bestWords!: string[];

  @Field(() => [String], { description: 'Words that speak most for a bad one.' })
  worstWords!: string[];
}
