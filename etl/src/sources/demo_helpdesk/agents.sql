select record_no, file_id, agent as external_id, nick_en as label_en, nick as label_zh, team, joined as hired_on, robot as is_bot
from landing.demo_helpdesk__agents
