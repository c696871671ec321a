import { Field, Float, Int } from 'type-graphql';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { LocalizedText } from '../../platform/graphql/shared.type.ts';

@OutputType({
  roles: everyone,
  description: 'A shop whose orders are loaded. It decides the zone of its days and the currency of its money.',
})
export class Shop {
  @Field(() => String, { description: 'The code to filter by: `{dimension: SHOP, in: [code]}`.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'Name for readers.' })
  title!: LocalizedText;

  @Field(() => String, { description: 'IANA time zone in which a day begins and ends.' })
  zone!: string;

  @Field(() => String, { description: 'ISO 4217 code of its money.' })
  currency!: string;

  @Field(() => Float, {
    nullable: true,
    description:
      'What one point of its members is worth, in its currency: POINTS_LIABILITY counts by it. Null where the shop never told.',
  })
  pointWorth!: number | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: '“Today” of this shop: the last order day loaded, taken as complete. Null before the first load.',
  })
  asOf!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day of the first order loaded; null before the first load.' })
  firstOrderDay!: string | null;

  @Field(() => Int, { description: 'Orders loaded, of every status.' })
  orders!: number;
}
