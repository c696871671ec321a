import { Field } from 'type-graphql';
import { Code } from '../../platform/graphql/code.type.ts';
import { OutputType, rowReaders } from '../../platform/graphql/roles.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import type { DimensionValue } from '../dimensions/index.ts';

/** What a customer is to the membership, by all events known. */
export interface Membership {
  customerId: string;
  tier: DimensionValue | null;
  tierSince: string | null;
  points: number | null;
  loyal: boolean;
}

@OutputType({ roles: rowReaders, description: 'What a customer allows, by the latest decision on a purpose.' })
export class Consent {
  @Field(() => Code, { description: 'For what.' })
  purpose!: Code;

  @Field(() => Boolean, { description: 'Given; false: refused or withdrawn.' })
  granted!: boolean;

  @Field(() => DateTime, { description: 'When that was decided.' })
  decidedAt!: Date;
}
