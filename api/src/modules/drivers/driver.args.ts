import { ArgsType, Field } from 'type-graphql';
import type { DriverOutcome as Outcome } from '@rapport/model/findings';
import { DimensionFilter } from '../dimensions/index.ts';
import { PeriodInput } from '../metrics/index.ts';
import { DriverOutcome } from './driver.enums.ts';

@ArgsType()
export class DriversArguments {
  @Field(() => String, { description: 'The shop’s code.' })
  shop!: string;

  @Field(() => DriverOutcome, { description: 'What may come of an order.' })
  outcome!: Outcome;

  @Field(() => PeriodInput, { description: 'Orders placed in these days, both inclusive.' })
  period!: PeriodInput;

  @Field(() => [DimensionFilter], {
    nullable: true,
    defaultValue: [],
    description: 'Which orders, such as a region or a category; all must hold.',
  })
  where?: DimensionFilter[] | null;
}

/** A fit reads and reckons as much as some hundred rows that are read one by one. */
export const priceOfDrivers = (): number => 200;
