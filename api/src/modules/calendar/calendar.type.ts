import { Field } from 'type-graphql';
import type { LocalizedText as Text } from '@rapport/model/vocabulary';
import { Code } from '../../platform/graphql/code.type.ts';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { LocalizedText } from '../../platform/graphql/shared.type.ts';

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
