import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { asId } from '../../platform/database/keyset.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Allow } from '../../platform/graphql/roles.ts';
import type { RevealOrder } from '../../platform/operations/index.ts';
import { perform } from '../../platform/operations/perform.ts';
import { readCase } from '../cases/index.ts';
import { customerById } from '../customers/index.ts';
import { assertOne, assertPerson, notFound, reasonOf } from './asked.ts';
import { RevealInput, RevealPayload, type ContactField } from './reveal.type.ts';

@Resolver()
export class RevealResolver {
  @Allow(['steward'])
  @Mutation(() => RevealPayload, {
    description:
      'Reveals the contacts of one customer to a steward who signed in and says why. Each is one entry of the audit, written before the answer; so many an hour and no more. Masks elsewhere stay.',
  })
  async revealContacts(
    @Ctx() context: RequestContext,
    @Arg('input', () => RevealInput, { description: 'Whose, and why.' }) input: RevealInput,
  ): Promise<RevealPayload> {
    const { value, userErrors } = await perform(context, async ({ personal }, actor) =>
      personal.reveal(actor, await orderOf(context, input)),
    );
    const contacts = (value?.contacts ?? []).map((each) => ({
      ...each,
      field: each.field.toUpperCase() as ContactField,
    }));
    return { contacts, left: value?.left ?? null, userErrors };
  }
}

async function orderOf(context: RequestContext, input: RevealInput): Promise<RevealOrder> {
  assertPerson(context.principal);
  assertOne(input.customer, input.serviceCase);
  const reason = reasonOf(input.reason);
  if (input.serviceCase != null) {
    const found = await readCase(context.reads, input.serviceCase);
    if (!found) throw notFound('serviceCase');
    return { customerId: found.customerId, subject: `case ${found.id}`, reason };
  }
  const customer = await context.loader(customerById).load(asId(input.customer ?? ''));
  if (!customer) throw notFound('customer');
  return { customerId: customer.id, subject: `customer ${customer.id}`, reason };
}
