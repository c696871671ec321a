import { Field, InputType, type ClassType } from 'type-graphql';
import { describedEnum } from './enum.ts';
import { SortDirection } from './shared.type.ts';

export interface Ordering<Name extends string> {
  field: Name;
  direction: SortDirection;
}

/** By what a list is sorted: the input `<Name>Order`, and the enum `<Name>OrderField` with its fields described one by one. */
export function orderOf<Name extends string>(
  name: string,
  what: string,
  fields: Record<Name, string>,
): ClassType<Ordering<Name>> {
  const OrderField = describedEnum(`${name}OrderField`, `By what ${what} can be sorted.`, fields);

  @InputType(`${name}Order`, { description: `How ${what} are sorted; ties are broken by id, so pages never overlap.` })
  class Order implements Ordering<Name> {
    @Field(() => OrderField, { description: 'By what.' })
    field!: Name;

    @Field(() => SortDirection, { description: 'Which end first.' })
    direction!: SortDirection;
  }
  return Order;
}
