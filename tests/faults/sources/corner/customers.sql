select file_id, record_no, id as external_id, name, name_masked, phone, phone_masked, seen as source_version
from landing.corner__people
