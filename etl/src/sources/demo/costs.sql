select
  record_no, file_id, voucher as external_id,
  case type when 'AD' then 'campaign' when 'STAFF' then 'desk' when 'MATERIAL' then 'packaging' when 'MISC' then 'other' else type end as kind,
  case source
    when 'sem' then 'paid_search'
    when 'sns' then 'social'
    when 'livestream' then 'live'
    when 'edm' then 'email'
    when 'invite' then 'referral'
    when 'feeds' then 'display'
    else source
  end as origin,
  date as spent_on, amount
from landing.demo__expenses
