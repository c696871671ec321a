import { Field } from 'type-graphql';
import { describedEnum } from './enum.ts';
import { OutputType, everyone, withLeads } from './roles.ts';
import { LocalDate } from './scalars.ts';

@OutputType({ roles: withLeads(everyone), description: 'Text in both languages of the product.' })
export class LocalizedText {
  @Field(() => String, { description: 'English.' })
  en!: string;

  @Field(() => String, { description: 'Simplified Chinese.' })
  zh!: string;
}

@OutputType({
  roles: withLeads(everyone),
  description: 'An amount in one currency. Amounts of different currencies are never added.',
})
export class Money {
  @Field(() => String, { description: 'Decimal text in major units, exact: "1234.50".' })
  amount!: string;

  @Field(() => String, { description: 'ISO 4217 code, such as CNY or BRL.' })
  currency!: string;
}

@OutputType({
  roles: withLeads(everyone),
  description: 'Days from `from` to `to`, both inclusive, in the shop’s calendar.',
})
export class Period {
  @Field(() => LocalDate, { description: 'First day.' })
  from!: string;

  @Field(() => LocalDate, { description: 'Last day, included.' })
  to!: string;
}

@OutputType({ roles: withLeads(everyone), description: 'Where a page ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'True when more rows follow `endCursor`.' })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last row of this page; null on an empty page. Pass it as `after`.',
  })
  endCursor!: string | null;
}

export const SortDirection = describedEnum('SortDirection', 'Which end of the order comes first.', {
  ASC: 'Smallest or earliest first.',
  DESC: 'Largest or latest first.',
});
export type SortDirection = keyof typeof SortDirection;
