import { Field } from 'type-graphql';
import type { LocalizedText as Text } from '@rapport/model/vocabulary';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { everyone, OutputType, Personal } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { LocalizedText } from '../../platform/graphql/shared.type.ts';

export const AnnotationKind = describedEnum('AnnotationKind', 'Where a mark beside a chart comes from.', {
  EVENT: 'The calendar of the shop: promotion, holiday, public relations, incident.',
  INITIATIVE: 'A programme that claims to improve something.',
  NOTE: 'What a reader wrote.',
});
export type AnnotationKind = keyof typeof AnnotationKind;

@OutputType({
  roles: everyone,
  description: 'A mark on the time axis of charts: what happened while the figures were made.',
})
export class Annotation {
  @Field(() => AnnotationKind, { description: 'Where it comes from.' })
  kind!: AnnotationKind;

  @Field(() => String, { description: 'Code of the event or initiative, number of the note.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'Its name; a note in the words of its author, alike in both.' })
  label!: Text;

  @Field(() => LocalizedText, {
    nullable: true,
    description: 'Kind of event, claim of the initiative; null where there is nothing to add.',
  })
  detail!: Text | null;

  @Field(() => LocalDate, { description: 'First day.' })
  startsOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day, included; null while it goes on.' })
  endsOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Id of the metric it is about; null: of any.' })
  metric!: string | null;

  @Personal('account')
  @Field(() => String, { nullable: true, description: 'Who wrote the note; null for what is no note.' })
  author!: string | null;
}
