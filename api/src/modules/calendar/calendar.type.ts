import { Field } from 'type-graphql';
import type { LocalizedText as Text } from '@rapport/model/vocabulary';
import { Code } from '../../platform/graphql/code.type.ts';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { LocalizedText, Money } from '../../platform/graphql/shared.type.ts';

@OutputType({ roles: everyone, description: 'Something in the calendar that figures should be read with.' })
export class CalendarEvent {
  @Field(() => String, { description: 'Its code in the source.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'Name; the code where the source gives none.' })
  label!: Text;

  @Field(() => String, { description: 'Code of the shop.' })
  shop!: string;

  @Field(() => Code, {
    nullable: true,
    description: 'Promotion, holiday, public relations or incident; null where not said.',
  })
  kind!: Code | null;

  @Field(() => LocalDate, { description: 'First day.' })
  startsOn!: string;

  @Field(() => LocalDate, { description: 'Last day, included; the first where the source gives none.' })
  endsOn!: string;
}

@OutputType({ roles: everyone, description: 'A programme that claims to improve something: what, where, from when.' })
export class Initiative {
  @Field(() => String, { description: 'Its code in the source.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'Name; the code where the source gives none.' })
  label!: Text;

  @Field(() => String, { description: 'Code of the shop.' })
  shop!: string;

  @Field(() => String, { nullable: true, description: 'The metric it wants to move, by id; null where none is named.' })
  metric!: string | null;

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

  @Field(() => LocalDate, { nullable: true, description: 'First day; null where that is not known.' })
  startsOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day; null while it goes on.' })
  endsOn!: string | null;

  @Field(() => Money, { nullable: true, description: 'What it costs; null where that is not known.' })
  cost!: Money | null;
}
