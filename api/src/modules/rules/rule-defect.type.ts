import { Field } from 'type-graphql';
import { Code } from '../../platform/graphql/code.type.ts';
import { connectionOf } from '../../platform/graphql/page.ts';
import { OutputType, rowReaders } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { Order } from '../orders/index.ts';

@OutputType({ roles: rowReaders, description: 'An order that is a defect under a rule.' })
export class RuleDefect {
  orderKey!: { customerId: string; id: string };

  @Field(() => LocalDate, { description: 'The day by which it is in the window.' })
  day!: string;

  @Field(() => LocalDate, { description: 'The day from which it is out of the window.' })
  leavesOn!: string;

  @Field(() => [Code], { description: 'What makes it a defect.' })
  reasons!: Code[];

  order!: Order | null;
}

export const RuleDefectConnection = connectionOf(RuleDefect, 'RuleDefect', 'defects', rowReaders);
