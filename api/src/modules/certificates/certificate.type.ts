import { Field, ID } from 'type-graphql';
import { Code } from '../../platform/graphql/code.type.ts';
import { OutputType, rowReaders } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';

@OutputType({ roles: rowReaders, description: 'A licence, a quality certificate or an inspection.' })
export class Certificate {
  @Field(() => ID, { description: 'Stable id, the same on every reload.' })
  id!: string;

  @Field(() => Code, { description: 'licence, quality or inspection.' })
  kind!: Code;

  @Field(() => LocalDate, { nullable: true, description: 'First day it holds; of an inspection its day.' })
  issuedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day it holds; null where it does not expire.' })
  expiresOn!: string | null;

  @Field(() => Code, {
    nullable: true,
    description: 'Of an inspection: passed, failed, counterfeit or unsafe; null otherwise.',
  })
  outcome!: Code | null;
}

@OutputType({ roles: rowReaders, description: 'A violation of a merchant, and what came of it.' })
export class Sanction {
  @Field(() => ID, { description: 'Stable id, the same on every reload.' })
  id!: string;

  @Field(() => Code, { description: 'What was violated.' })
  violation!: Code;

  @Field(() => LocalDate, { nullable: true, description: 'The day of the violation; null where it is not known.' })
  violatedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day of the sanction; null while there is none.' })
  sanctionedOn!: string | null;

  @Field(() => Code, { nullable: true, description: 'The sanction; null while there is none.' })
  measure!: Code | null;
}
