select
  record_no, file_id, trade_no || '-' || seq as external_id, trade_no as order_ref, seq as payment_no,
  case channel
    when 'ALIPAY' then 'alipay'
    when 'WXPAY' then 'wechat_pay'
    when 'UNIONPAY' then 'bank_card'
    when 'COD' then 'cash_on_delivery'
    when 'COUPON' then 'voucher'
    else channel
  end as method,
  periods as installments, amount, pay_time as paid_at,
  case stage when 'FULL' then 'full' when 'DEPOSIT' then 'deposit' when 'TAIL' then 'balance' when 'COD' then 'cash_on_delivery' else stage end as kind,
  case result when 'SUCCESS' then 'succeeded' when 'FAIL' then 'failed' else result end as outcome,
  create_time as attempted_at, fail_reason as failure, chargeback_time as charged_back_at
from landing.demo__payments
