select record_no, file_id, old_uid as external_id, kept_uid as into_ref, merge_time as source_version
from landing.demo_members__merged_accounts
