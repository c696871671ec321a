import { Field, Float, ID } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/page.ts';
import { OutputType, rowReaders, withLeads } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { DimensionValue } from '../dimensions/index.ts';
import { RowKind } from '../metrics/index.ts';

@OutputType({ roles: withLeads(rowReaders), description: 'A row behind a figure, whatever it is a row of.' })
export class MetricRow {
  @Field(() => ID, {
    description:
      'The id by which the list of its kind knows it; of rows that are put together from others, a mark of their content.',
  })
  id!: string;

  @Field(() => RowKind, { description: 'What it is.' })
  kind!: string;

  @Field(() => String, { description: 'The shop it belongs to.' })
  shop!: string;

  @Field(() => LocalDate, { description: 'The day that puts it into the period.' })
  day!: string;

  @Field(() => Float, {
    description:
      'What it adds to the part of the figure that was asked for: 1 where rows are counted, else its amount in the metric’s unit or the things it brings. Added up over all rows it is that part.',
  })
  brings!: number;

  @Field(() => ID, { nullable: true, description: 'The customer behind it; null where none stands behind such rows.' })
  customerId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Its order; null where it is about none.' })
  orderId!: string | null;

  @Field(() => [DimensionValue], {
    description: 'By what it can be told apart: its value of each dimension it carries.',
  })
  values!: DimensionValue[];
}

export const MetricRowConnection = connectionOf(MetricRow, 'MetricRow', 'rows behind a figure', withLeads(rowReaders));
