import { Field } from 'type-graphql';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { Period } from '../../platform/graphql/shared.type.ts';
import { ComparedEvent } from './answer.type.ts';

@OutputType({ roles: everyone, description: 'An event that a period can be aligned to.' })
export class ComparableEvent extends ComparedEvent {
  @Field(() => Boolean, {
    description: 'True where a shop’s own calendar tells it; false where only the public calendar does.',
  })
  told!: boolean;

  @Field(() => Boolean, { description: 'True where its day 0 lies inside the period.' })
  inside!: boolean;

  @Field(() => Period, { description: 'The days the period would be compared with.' })
  compared!: Period;
}
