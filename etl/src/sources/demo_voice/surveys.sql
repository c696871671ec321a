select
  record_no, file_id, sid as external_id, trade_no as order_ref, ticket as case_ref, lower(survey) as kind, lower(about) as subject,
  send_time as sent_at, fill_time as answered_at, grade as score, remark as comment, feedback_time as closed_at
from landing.demo_voice__surveys
