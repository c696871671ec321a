import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { Code } from '../../platform/graphql/code.type.ts';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { connectionOf } from '../../platform/graphql/page.ts';
import { everyone, OutputType, Personal, rowReaders } from '../../platform/graphql/roles.ts';
import { DateTime, LocalDate } from '../../platform/graphql/scalars.ts';
import { LocalizedText, Money } from '../../platform/graphql/shared.type.ts';
import { Interval } from '../metrics/index.ts';
import { FindingRefusal } from '../second-orders/index.ts';

export const RecoveryArm = describedEnum(
  'RecoveryArm',
  'What the lot decided when the case was opened; it never changes.',
  {
    CONTACT: 'Somebody is to contact the customer.',
    HOLD_OUT: 'Nobody contacts them, so that it can be told whether contacting helps.',
  },
);

export const RecoveryAction = describedEnum('RecoveryAction', 'What was done for a customer who was hurt.', {
  CALLED: 'A call.',
  MESSAGED: 'A message.',
  REFUNDED: 'Money back.',
  COMPENSATED: 'A compensation.',
  REPLACED: 'The goods once more.',
});

export const RecoveryOutcome = describedEnum('RecoveryOutcome', 'What came of it.', {
  SETTLED: 'The customer calls it settled.',
  UNSETTLED: 'The customer does not.',
  UNREACHABLE: 'Nobody was reached.',
});

export const ContactVerdict = describedEnum('ContactVerdict', 'Whether contacting hurt customers brings them back.', {
  HELPS: 'More of those contacted came back: the interval lies above 0.',
  HARMS: 'Fewer did: it lies below 0.',
  CANNOT_TELL: 'It holds 0.',
  TOO_FEW: 'Fewer than 30 customers in an arm have been observed for 60 days.',
});

@OutputType({ roles: rowReaders, description: 'Somebody whose last order went wrong and who has not ordered since.' })
export class HurtCustomer {
  @Field(() => ID, { description: 'The customer.' })
  customerId!: string;

  @Field(() => ID, { description: 'The order that went wrong.' })
  orderId!: string;

  @Field(() => [Code], { description: 'What went wrong with it.' })
  failures!: Code[];

  @Field(() => LocalDate, { description: 'Its day.' })
  hurtOn!: string;

  @Field(() => Float, { description: 'Chance that the customer has not left, 0 to 1; 1 for who came once.' })
  alive!: number;

  @Field(() => Money, { description: 'Value of the orders expected of them within 365 days.' })
  valueYear!: Money;

  @Field(() => Money, { description: '`valueYear` × the share of next orders that such a failure costs.' })
  atStake!: Money;
}

@OutputType({ roles: rowReaders, description: 'Hurt customers nobody has taken in hand yet.' })
export class HurtCustomers {
  @Field(() => [HurtCustomer], { description: 'Those with most at stake, dearest first.' })
  customers!: HurtCustomer[];

  @Field(() => Int, {
    description: 'How many there are in all: an order of the last 60 days went wrong, and none followed.',
  })
  total!: number;

  @Field(() => Money, { description: 'What is at stake with all of them.' })
  atStake!: Money;

  @Field(() => FindingRefusal, { nullable: true, description: 'Why there is no list; null where there is one.' })
  refusal!: FindingRefusal | null;
}

@OutputType({ roles: rowReaders, description: 'A hurt customer in somebody’s hands, or left alone by lot.' })
export class RecoveryCase {
  @Field(() => ID, { description: 'Its number.' })
  id!: string;

  @Field(() => ID, { description: 'The customer.' })
  customerId!: string;

  @Field(() => ID, { description: 'The order that hurt them.' })
  orderId!: string;

  @Field(() => [Code], { description: 'What went wrong.' })
  failures!: Code[];

  @Field(() => LocalDate, { description: 'Day of that order.' })
  hurtOn!: string;

  @Field(() => Money, { description: 'What was at stake when the case was opened.' })
  atStake!: Money;

  @Field(() => RecoveryArm, { description: 'Drawn when it was opened.' })
  arm!: keyof typeof RecoveryArm;

  @Field(() => LocalDate, { description: 'The shop’s last day when it was opened.' })
  assignedOn!: string;

  @Field(() => LocalDate, { description: 'By when it is to have an outcome.' })
  dueOn!: string;

  @Field(() => Boolean, { description: 'True where it is open and `dueOn` lies before the shop’s last day.' })
  overdue!: boolean;

  @Personal('account')
  @Field(() => String, { nullable: true, description: 'Who looks after it; null: nobody yet.' })
  owner!: string | null;

  @Field(() => Code, { nullable: true, description: 'What was done; null while nothing was.' })
  action!: Code | null;

  @Field(() => Code, { nullable: true, description: 'What came of it; null while it is open.' })
  outcome!: Code | null;

  @Field(() => LocalDate, { nullable: true, description: 'The shop’s last day when it was closed.' })
  closedOn!: string | null;

  @Field(() => Int, { description: 'Counts its changes from 1; a change names the version it changes.' })
  version!: number;

  @Field(() => DateTime, { description: 'When it was last changed.' })
  updatedAt!: Date;
}

export const RecoveryCaseConnection = connectionOf(RecoveryCase, 'RecoveryCase', 'recovery cases', rowReaders);

@InputType({ description: 'Which recovery cases; what is left out does not narrow.' })
export class RecoveryCaseWhere {
  @Field(() => String, { nullable: true, description: 'Of this shop.' })
  shop?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'true: without an outcome; false: with one.' })
  open?: boolean | null;

  @Field(() => RecoveryArm, { nullable: true, description: 'Of this arm.' })
  arm?: keyof typeof RecoveryArm | null;
}

@OutputType({ roles: everyone, description: 'Customers of one arm, and those of them who came back.' })
export class RecoveryArmCount {
  @Field(() => Int, { description: 'Customers whose 60 days are over.' })
  customers!: number;

  @Field(() => Int, { description: 'Of them, those who ordered again within 60 days.' })
  back!: number;
}

@OutputType({ roles: everyone, description: 'How the recovery queue stands, and whether it helps.' })
export class RecoveryStanding {
  @Field(() => Int, { description: 'Cases to be contacted without an outcome.' })
  open!: number;

  @Field(() => Int, { description: 'Of them, those whose deadline has passed.' })
  overdue!: number;

  @Field(() => Int, { description: 'Cases to be contacted whose deadline has passed, or which have an outcome.' })
  due!: number;

  @Field(() => Int, { description: 'Of them, those with an outcome.' })
  closed!: number;

  @Field(() => Float, { nullable: true, description: 'Closed-loop share: closed ÷ due; null while none is due.' })
  share!: number | null;

  @Field(() => Interval, { nullable: true, description: 'Range of the share.' })
  interval!: Interval | null;

  @Field(() => RecoveryArmCount, {
    nullable: true,
    description: 'Drawn to be contacted; null where few stand behind it.',
  })
  contacted!: RecoveryArmCount | null;

  @Field(() => RecoveryArmCount, {
    nullable: true,
    description: 'Drawn to be left alone; null where few stand behind it.',
  })
  heldOut!: RecoveryArmCount | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Share back of those drawn to be contacted less that of the hold-out.',
  })
  difference!: number | null;

  @Field(() => Interval, { nullable: true, description: 'Range of the difference (Newcombe 1998).' })
  differenceInterval!: Interval | null;

  @Field(() => ContactVerdict, { description: 'What can be said.' })
  verdict!: keyof typeof ContactVerdict;

  @Field(() => Int, {
    description: 'Customers of each arm that would tell a difference of five points in 80 of 100 cases.',
  })
  needed!: number;

  @Field(() => LocalizedText, { description: 'The same in words.' })
  words!: LocalizedText;
}
