select
  record_no, file_id, uid as external_id, province as region_code, city,
  real_name as name, real_name_masked as name_masked, mobile as phone, mobile_masked as phone_masked, email, reg_time as registered_at,
  case reg_source
    when 'sem' then 'paid_search'
    when 'sns' then 'social'
    when 'livestream' then 'live'
    when 'edm' then 'email'
    when 'invite' then 'referral'
    when 'feeds' then 'display'
    else reg_source
  end as origin,
  birth_month as birthday_month
from landing.demo__customers
