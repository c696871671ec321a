-- The recipient of the latest order stands for the buyer.
select distinct on (buyer) file_id, record_no, buyer as external_id, recipient as name, recipient_masked as name_masked,
  phone, phone_masked
from landing.taobao__report
where buyer is not null
order by buyer, ordered desc, record_no desc
