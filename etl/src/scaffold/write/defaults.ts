/** What stands for a required field that no column seems to hold: a plain assumption to be checked, or nothing, to be decided. */
export const assumed: Record<string, [sql: string, mark: string]> = {
  'orders.status': [`'approved'`, 'CHECK: the file tells no status, so every order counts as valid'],
  'payments.method': [`'not_defined'`, 'CHECK: the file tells no way of payment'],
  'service_cases.case_type': [`'request'`, 'CHECK: enquiry, request or complaint? The file does not tell'],
  'service_cases.phase': [`'after_sale'`, 'CHECK: pre_sale, in_sale or after_sale? The file does not tell'],
  'service_cases.channel': [`'form'`, 'CHECK: the file tells no channel'],
  'returns.kind': [`'refund_only'`, 'CHECK: return, exchange, repair or refund_only? The file does not tell'],
  'returns.reason': [`'other'`, 'CHECK: the file tells no reason'],
  'returns.status': [`'refunded'`, 'CHECK: the file tells no status'],
};
