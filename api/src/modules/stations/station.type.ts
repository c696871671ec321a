import { Field } from 'type-graphql';
import type { LocalizedText as Text } from '@rapport/model/vocabulary';
import { connectionOf } from '../../platform/graphql/page.ts';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { LocalizedText } from '../../platform/graphql/shared.type.ts';
import { DimensionValue } from '../dimensions/index.ts';

@OutputType({
  roles: everyone,
  description: 'A courier’s station: the last place that handles a parcel before the door.',
})
export class Station {
  @Field(() => String, { description: 'Its code; the code of the STATION dimension.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'Name; the code where the source gives none.' })
  label!: Text;

  @Field(() => String, { description: 'Code of the shop.' })
  shop!: string;

  @Field(() => DimensionValue, { nullable: true, description: 'Where it is; null where the source does not say.' })
  region!: DimensionValue | null;

  @Field(() => String, { nullable: true, description: 'City, as the source writes it.' })
  city!: string | null;

  carrierCode!: string | null;
}

export const StationConnection = connectionOf(Station, 'Station', 'courier stations', everyone);
