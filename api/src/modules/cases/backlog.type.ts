import { Field, Int } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { DimensionValue } from '../dimensions/index.ts';

export const CaseAge = describedEnum('CaseAge', 'How long an open case has been open.', {
  UP_TO_4H: 'Four hours or less.',
  UP_TO_24H: 'More than four hours, a day at most.',
  UP_TO_3D: 'More than a day, three days at most.',
  UP_TO_7D: 'More than three days, seven at most.',
  OLDER: 'More than seven days.',
});
export type CaseAge = keyof typeof CaseAge;

@OutputType({ roles: everyone, description: 'Service cases still open at the end of a day.' })
export class Backlog {
  @Field(() => DimensionValue, { description: 'By which channel they came.' })
  channel!: DimensionValue;

  @Field(() => CaseAge, { description: 'How long they have been open.' })
  bucket!: CaseAge;

  @Field(() => Int, { description: 'Open cases.' })
  open!: number;

  @Field(() => Int, { description: 'Of those, past the promise to answer or to resolve.' })
  overdue!: number;
}
