import { claimedSizes, evidenceKinds, evidenceQuestions, evidenceVerdicts } from '@rapport/model/findings';
import type { LocalizedText as Text } from '@rapport/model/vocabulary';
import { Field, Float } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { LocalizedText, Period } from '../../platform/graphql/shared.type.ts';
import { Dimension } from '../dimensions/index.ts';
import { Interval, MetricHead, MetricId } from '../metrics/index.ts';

export const EvidenceVerdict = describedEnum(
  'EvidenceVerdict',
  'What the shop’s own data says of a claim.',
  evidenceVerdicts,
);
export const EvidenceKind = describedEnum('EvidenceKind', 'What kind of figure stands for it.', evidenceKinds);
export const ClaimedSize = describedEnum(
  'ClaimedSize',
  'Where the claimed size lies against the shop’s interval.',
  claimedSizes,
);
export const EvidenceQuestion = describedEnum(
  'EvidenceQuestion',
  'A claim of the literature about service and loyalty.',
  Object.fromEntries(Object.entries(evidenceQuestions).map(([id, { claim }]) => [id, `${claim.en}.`])) as Record<
    keyof typeof evidenceQuestions,
    string
  >,
);

@OutputType({ roles: everyone, description: 'A filter of the rows behind a side.' })
export class EvidenceFilter {
  @Field(() => Dimension, { description: 'The dimension.' })
  dimension!: keyof typeof Dimension;

  @Field(() => [String], { description: 'Its codes, any of them.' })
  in!: string[];
}

@OutputType({ roles: everyone, description: 'The rows behind a side: what the lists of rows take as `behind`.' })
export class EvidenceRows {
  @Field(() => MetricId, { description: 'The metric.' })
  metric!: string;

  @Field(() => Period, { description: 'The days.' })
  period!: Period;

  @Field(() => [EvidenceFilter], { description: 'The filters; all must hold.' })
  where!: EvidenceFilter[];
}

@OutputType({ roles: everyone, description: 'One of two sides, or the share itself.' })
export class EvidenceSide {
  @Field(() => LocalizedText, { description: 'Who or when it is.' })
  label!: Text;

  @Field(() => Float, { nullable: true, description: 'Its figure; null where there is nothing to measure.' })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: 'Above the line; null where there is none, or it is withheld.' })
  numerator!: number | null;

  @Field(() => Float, { nullable: true, description: 'What it rests on; null where that is withheld.' })
  denominator!: number | null;

  @Field(() => EvidenceRows, {
    nullable: true,
    description: 'Its rows; null where it is not counted from those of a metric.',
  })
  rows!: EvidenceRows | null;
}

@OutputType({ roles: everyone, description: 'One figure of an answer.' })
export class EvidencePart {
  @Field(() => LocalizedText, { description: 'What it is about.' })
  title!: Text;

  @Field(() => MetricHead, { nullable: true, description: 'The metric; null where it is none of the catalogue.' })
  metric!: MetricHead | null;

  @Field(() => EvidenceKind, { description: 'What kind of figure it is.' })
  kind!: keyof typeof EvidenceKind;

  @Field(() => EvidenceVerdict, { description: 'What it says of the claim.' })
  verdict!: keyof typeof EvidenceVerdict;

  @Field(() => Float, {
    nullable: true,
    description:
      'What the literature claims: of a difference relative (0.15 is +15 %), of a SHARE or TREND the share; null where it names no size.',
  })
  claimed!: number | null;

  @Field(() => ClaimedSize, {
    nullable: true,
    description: 'Where that lies against the interval found; null where it cannot be said.',
  })
  claimedSize!: keyof typeof ClaimedSize | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The difference in the metric’s unit (shares: 0.01 is one percentage point); of a SHARE the share.',
  })
  value!: number | null;

  @Field(() => Interval, { nullable: true, description: 'Its range.' })
  interval!: Interval | null;

  @Field(() => Float, { nullable: true, description: 'The difference out of the other side: 0.15 is +15 %.' })
  relative!: number | null;

  @Field(() => Interval, { nullable: true, description: 'Range of that.' })
  relativeInterval!: Interval | null;

  @Field(() => EvidenceSide, { nullable: true, description: 'The side the claim is about.' })
  these!: EvidenceSide | null;

  @Field(() => EvidenceSide, { nullable: true, description: 'The side it is held against.' })
  those!: EvidenceSide | null;

  @Field(() => String, { nullable: true, description: 'Of an EFFECT: the code of the programme.' })
  initiative!: string | null;

  @Field(() => LocalizedText, { description: 'It as a sentence.' })
  sentence!: Text;

  @Field(() => LocalizedText, {
    nullable: true,
    description: 'How it must be read, or what would help to tell; null: as it stands.',
  })
  caveat!: Text | null;
}

@OutputType({ roles: everyone, description: 'What the shop’s own data says of one claim.' })
export class EvidenceAnswer {
  @Field(() => EvidenceQuestion, { description: 'Which claim.' })
  id!: keyof typeof EvidenceQuestion;

  @Field(() => LocalizedText, { description: 'The claim, as the literature puts it.' })
  claim!: Text;

  @Field(() => EvidenceVerdict, { description: 'The verdict over all parts.' })
  verdict!: keyof typeof EvidenceVerdict;

  @Field(() => LocalizedText, { description: 'The answer as a sentence: the verdict and the figure that tells most.' })
  sentence!: Text;

  @Field(() => LocalizedText, { description: 'How it is worked out, with the sources of the formulas.' })
  method!: Text;

  @Field(() => [EvidencePart], { description: 'The figures behind it.' })
  parts!: EvidencePart[];

  @Field(() => Period, { description: 'The year looked at, where no programme sets the days.' })
  period!: Period;

  @Field(() => LocalDate, { description: 'The last order day loaded.' })
  asOf!: string;
}
