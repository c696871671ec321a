import { Field, Float, InputType, Int } from 'type-graphql';
import type { LocalizedText as Text } from '@rapport/model/vocabulary';
import { everyone, OutputType, Personal } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { LocalizedText, Money } from '../../platform/graphql/shared.type.ts';
import { UserError } from '../../platform/operations/user-error.type.ts';
import { MetricId } from '../metrics/index.ts';
import { InitiativeOrigin, InitiativeTheme } from './initiative.enums.ts';

@OutputType({ roles: everyone, description: 'Codes of one dimension.' })
export class InitiativeScope {
  @Field(() => String, { description: 'The dimension, such as REGION; a source may name one that is not known here.' })
  dimension!: string;

  @Field(() => [String], { description: 'Codes of it.' })
  values!: string[];
}

@OutputType({ roles: everyone, description: 'A programme that claims to improve something: what, where, from when.' })
export class Initiative {
  @Field(() => String, { description: 'Its code, once in a shop.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'Name; the code where none is given.' })
  label!: Text;

  @Field(() => String, { description: 'Code of the shop.' })
  shop!: string;

  @Field(() => InitiativeTheme, { nullable: true, description: 'What kind it is; null where nobody said.' })
  theme!: keyof typeof InitiativeTheme | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The metric it wants to move, by id; null where none is named. A source may name one that is not known here.',
  })
  metric!: string | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'By how much it claims to move it, in the metric’s unit (shares: 0.02 is two percentage points); null where it does not say.',
  })
  expected!: number | null;

  @Field(() => LocalizedText, { nullable: true, description: 'What it claims; null where it claims nothing.' })
  claim!: Text | null;

  @Field(() => String, {
    nullable: true,
    description: 'The dimension that bounds it; null where it applies everywhere.',
  })
  scopeDimension!: string | null;

  @Field(() => [String], {
    description: 'The codes of that dimension it applies to; empty where it applies everywhere.',
  })
  scopeValues!: string[];

  @Field(() => [InitiativeScope], {
    description: 'What holds for those it reached and for those they are compared with; empty: nothing.',
  })
  within!: InitiativeScope[];

  @Field(() => LocalDate, { nullable: true, description: 'First day; null where that is not known.' })
  startsOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day; null while it goes on.' })
  endsOn!: string | null;

  @Field(() => Money, { nullable: true, description: 'What it costs in all; null where that is not known.' })
  cost!: Money | null;

  @Field(() => InitiativeOrigin, { description: 'Where it was written down.' })
  origin!: keyof typeof InitiativeOrigin;

  @Field(() => Int, { nullable: true, description: 'Counts the changes made here, from 1; null where none were.' })
  version!: number | null;

  @Personal('account')
  @Field(() => String, { nullable: true, description: 'Who wrote it here last: "user ada"; null where nobody did.' })
  author!: string | null;
}

@InputType({ description: 'Codes of one dimension.' })
export class InitiativeScopeInput {
  @Field(() => String, { description: 'The dimension, such as REGION.' })
  dimension!: string;

  @Field(() => [String], { description: 'Codes of it; at least one.' })
  values!: string[];
}

@InputType({ description: 'A programme to be written down, or what one is to become.' })
export class SaveInitiativeInput {
  @Field(() => String, { description: 'Code of the shop.' })
  shop!: string;

  @Field(() => String, {
    description: 'Its code, 1 to 60 characters without spaces. That of a delivered one corrects it.',
  })
  code!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that is changed, as it was read; left out or null: there is none here yet.',
  })
  version?: number | null;

  @Field(() => String, { nullable: true, description: 'Its name in English; one of the two is needed.' })
  labelEn?: string | null;

  @Field(() => String, { nullable: true, description: 'Its name in Chinese.' })
  labelZh?: string | null;

  @Field(() => String, { nullable: true, description: 'What it claims, in English.' })
  claimEn?: string | null;

  @Field(() => String, { nullable: true, description: 'What it claims, in Chinese.' })
  claimZh?: string | null;

  @Field(() => InitiativeTheme, { nullable: true, description: 'What kind it is.' })
  theme?: keyof typeof InitiativeTheme | null;

  @Field(() => MetricId, { description: 'The metric it wants to move.' })
  metric!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'By how much it claims to, in the metric’s unit (shares: 0.02 is two percentage points); not 0.',
  })
  expected?: number | null;

  @Field(() => InitiativeScopeInput, { nullable: true, description: 'Where it is done; left out: everywhere.' })
  scope?: InitiativeScopeInput | null;

  @Field(() => [InitiativeScopeInput], {
    nullable: true,
    description: 'What holds for those it reached and for those they are compared with.',
  })
  within?: InitiativeScopeInput[] | null;

  @Field(() => LocalDate, { description: 'First day.' })
  startsOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day; left out: it goes on.' })
  endsOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it costs in all, in the shop’s currency: "1234.50"; left out: not known.',
  })
  cost?: string | null;
}

@OutputType({ roles: everyone, description: 'A programme, written down or changed.' })
export class InitiativePayload {
  @Field(() => Initiative, { nullable: true, description: 'As it is now; null where nothing was done.' })
  initiative!: Initiative | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}

@OutputType({ roles: everyone, description: 'A programme taken back.' })
export class DeletedInitiativePayload {
  @Field(() => Initiative, {
    nullable: true,
    description:
      'What a source delivers under this code, which holds again; null where none does, or nothing was done.',
  })
  delivered!: Initiative | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}
