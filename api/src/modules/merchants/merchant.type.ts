import { Field, InputType } from 'type-graphql';
import { orderOf } from '../../platform/graphql/order.ts';
import { connectionOf } from '../../platform/graphql/page.ts';
import { everyone, OutputType, Personal } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { SourceRow } from '../../platform/graphql/source-row.type.ts';
import { DimensionValue } from '../dimensions/index.ts';

@OutputType({ roles: everyone, description: 'Who sells on the shop’s marketplace.' })
export class Merchant extends SourceRow {
  @Field(() => String, { description: 'Its id in the source; the code of the MERCHANT dimension.' })
  override externalId!: string;

  @Personal('of a thing')
  @Field(() => String, { nullable: true, description: 'Name; null where the source gives none.' })
  title!: string | null;

  @Field(() => DimensionValue, { nullable: true, description: 'Where the merchant is.' })
  region!: DimensionValue | null;

  @Field(() => String, { nullable: true, description: 'City, as the source writes it.' })
  city!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was let in; null where that is not known.' })
  admittedOn!: string | null;

  @Field(() => Boolean, { description: 'It sells what needs a certificate: food, cosmetics, goods for babies.' })
  certificateRequired!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'It holds a licence or quality certificate that is valid on the shop’s last day; null where it needs none.',
  })
  certified!: boolean | null;
}

export const MerchantConnection = connectionOf(Merchant, 'Merchant', 'merchants', everyone);

export const MerchantOrder = orderOf('Merchant', 'merchants', {
  EXTERNAL_ID: 'Their id in the source.',
  ADMITTED_ON: 'The day they were let in; those without one come last.',
});
export type MerchantOrder = InstanceType<typeof MerchantOrder>;

@InputType({ description: 'Which merchants; all conditions must hold.' })
export class MerchantWhere {
  @Field(() => String, { nullable: true, description: 'Of this shop.' })
  shop?: string | null;

  @Field(() => [String], { nullable: true, description: 'With one of these ids in the source.' })
  externalIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'In this region.' })
  region?: string | null;

  @Field(() => String, { nullable: true, description: 'With this text in the name or the id; case does not matter.' })
  search?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Selling what needs a certificate, or not.' })
  certificateRequired?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Needing a certificate and holding one, or lacking it.' })
  certified?: boolean | null;
}
