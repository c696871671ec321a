const texts = '{ en zh }';
const value = `{ dimension value label ${texts} }`;
const code = `{ code label ${texts} }`;
const money = '{ amount currency }';

const plain = (names: string): string[] => names.split(' ');
const each = (names: string, below: string): string[] => plain(names).map((name) => `${name} ${below}`);

/** Fields of lists whose readers select the columns that are asked for: each may be asked for alone. */
export const fieldsAlone: Record<string, string[]> = {
  orders: [
    ...plain('id externalId shop status valid orderedAt orderedOn approvedAt promisedOn deliveredAt deliveredOn'),
    ...plain('delayDays lateness canceledAt units delayNotifiedAt'),
    ...each('region serviceLevel origin cancelCause tier loyalty failures', value),
    ...each('itemsTotal freightTotal paidTotal deliveryCost serviceCost', money),
    ...each('items', `{ price ${money} }`),
    ...each('items', `{ freight ${money} }`),
    ...each('items', '{ shipBy }'),
    ...each('items', '{ product { id } }'),
    ...each('payments', `{ amount ${money} }`),
    ...each('customer', '{ averageScore }'),
    ...each('customer', `{ paid ${money} region ${value} }`),
    ...each('shipments', '{ carrier { code } }'),
    ...each('shipments', '{ station { code } events { id } }'),
    ...each('shipments', `{ cost ${money} outcome ${code} }`),
    ...each('customer reviews cases returns compensations surveys messages', '{ id }'),
  ],
  customers: [
    ...plain('id externalId shop identified nameMasked phoneMasked city firstOrderedOn lastOrderedOn ordersCount'),
    ...plain('validOrderDays promisesKept promisesDue averageScore reviewsCount registeredAt mergedInto'),
    ...each('region origin', value),
    ...each('paid', money),
    ...each('orders(first:2)', '{ nodes { id } }'),
    ...each('journey(first:5)', '{ nodes { kind at } }'),
    ...each('journey(first:5)', '{ nodes { stageSeconds } }'),
  ],
  shipments: [
    ...plain('id externalId shop waybill carrierCode promisedAt dueOn slotFrom slotTo inspected handedOverAt'),
    ...plain('deliveredAt deliveredOn onTime delaySeconds longestSilenceSeconds attempts hubs damaged lost'),
    ...each('cost', money),
    ...each('promiseRule outcome', code),
    ...each('serviceLevel deliveryOption protection packaging', value),
    ...each('order', '{ id region { value } }'),
  ],
};
