select file_id, record_no, id as external_id, region as region_code, name, name_masked, phone, phone_masked, changed as source_version
from landing.bazaar__people
