import { Field } from 'type-graphql';
import type { LocalizedText as Text } from '@rapport/model/vocabulary';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { LocalizedText } from '../../platform/graphql/shared.type.ts';

@OutputType({ roles: everyone, description: 'Who carries parcels.' })
export class Carrier {
  @Field(() => String, { description: 'Its code; the code of the CARRIER dimension.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'Name; the code where the source gives none.' })
  label!: Text;

  @Field(() => String, { description: 'Code of the shop.' })
  shop!: string;
}
