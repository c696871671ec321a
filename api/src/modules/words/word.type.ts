import { Field, Float, Int } from 'type-graphql';
import { everyone, OutputType, withLeads } from '../../platform/graphql/roles.ts';
import { LocalizedText } from '../../platform/graphql/shared.type.ts';
import { describedEnum } from '../../platform/graphql/enum.ts';

export const TextLanguage = describedEnum('TextLanguage', 'Languages whose words are counted apart.', {
  ZH: 'Chinese, split into words by Unicode’s rules and dictionary (Intl.Segmenter).',
  EN: 'English, in plain form: lower case, singular.',
  PT: 'Portuguese, in plain form: lower case, without accents, singular.',
});

@OutputType({
  roles: withLeads(everyone),
  description: 'A word, or a pair of words, that tells two bodies of text apart.',
})
export class DistinguishingWord {
  @Field(() => String, { description: 'The word in its plain form; a pair as it is written.' })
  word!: string;

  @Field(() => TextLanguage, { description: 'Its language. Odds hold within it.' })
  language!: keyof typeof TextLanguage;

  @Field(() => Int, {
    nullable: true,
    description: 'Texts with it among these; null where so few that they are withheld.',
  })
  these!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Texts with it among those; null where so few that they are withheld.',
  })
  those!: number | null;

  @Field(() => Float, { description: 'Natural logarithm of its odds in these against those. Above 0: more in these.' })
  logOdds!: number;

  @Field(() => Float, { description: 'Lower end of the 95 % interval of `logOdds`.' })
  low!: number;

  @Field(() => Float, { description: 'Upper end.' })
  high!: number;

  @Field(() => Float, { description: '`logOdds` in standard errors: words are ranked by it, and named from 1.96 on.' })
  z!: number;

  @Field(() => [String], {
    description: 'Codes of the maintained topics whose rules hold it; none: a term no rule knows yet.',
  })
  topics!: string[];
}

@OutputType({ roles: withLeads(everyone), description: 'One side of a comparison of texts.' })
export class SideOfTexts {
  @Field(() => Int, {
    nullable: true,
    description: 'Texts with a word in them; null where so few that they are withheld.',
  })
  texts!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of them counted: of more than 40,000 an even sample.' })
  read!: number | null;
}

@OutputType({ roles: withLeads(everyone), description: 'Which words tell these texts from those.' })
export class WordFinding {
  @Field(() => [DistinguishingWord], { description: 'Used more in these, surest first.' })
  more!: DistinguishingWord[];

  @Field(() => [DistinguishingWord], { description: 'Used less in these, surest first.' })
  less!: DistinguishingWord[];

  @Field(() => SideOfTexts, { description: 'The texts asked about.' })
  these!: SideOfTexts;

  @Field(() => SideOfTexts, { description: 'The texts they are held against.' })
  those!: SideOfTexts;

  @Field(() => LocalizedText, { description: 'What was found, in a sentence.' })
  answer!: LocalizedText;

  @Field(() => Boolean, { description: 'Texts of the latest load are counted too; false: they are being read.' })
  upToDate!: boolean;
}
