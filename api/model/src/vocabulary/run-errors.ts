import { words, type ErrorWords } from './error-words.ts';
import { errorsOfConnections } from './run-errors-of-connections.ts';
import { errorsOfDeliveries } from './run-errors-of-deliveries.ts';

/** Why a run failed. The codes stand in ops.runs.error_code; the English sentence with the particulars beside them. */
export const runErrors = {
  ...errorsOfConnections,
  ...errorsOfDeliveries,
  unknown_source: words(
    ['No such source', '没有该来源'],
    ['Check the name, and that its folder is among the sources.', '请检查名称，并确认其文件夹位于来源目录中。'],
  ),
  new_source: words(['A source cannot be made', '无法创建来源'], ['Follow what the message says.', '请按提示处理。']),
  source_is_preset: words(
    ['A preset, not a source', '这是预设，不是来源'],
    ['Copy it under a name of your own first.', '请先以自己的名称复制一份。'],
  ),
  source_definition: words(
    ['source.yaml cannot be used', 'source.yaml 有误'],
    ['Correct the line that is named.', '请更正所指出的那一行。'],
  ),
  feed_sql: words(
    ['The SQL of a feed fails', '数据流的 SQL 执行失败'],
    ['Correct it; "source check" tries it without loading.', '请修正 SQL；可用 source check 试运行而不导入。'],
  ),
  feed_columns: words(
    ['A feed selects columns it should not', '数据流选出的列与契约不符'],
    ['Select the columns of the contract: see docs/feeds.md.', '请按契约选列，参见 docs/feeds.md。'],
  ),
  feed_of_another_source: words(
    ['Another source delivers this feed', '该数据流已由另一来源提供'],
    ['Deliver it from one source only.', '请只由一个来源提供。'],
  ),
  shop_changed: words(
    ['Zone or currency of the shop changed', '店铺的时区或币种被修改'],
    ['Restore them in source.yaml, or use another shop code.', '请在 source.yaml 中改回，或使用新的店铺代码。'],
  ),
  counts_do_not_add_up: words(
    ['The counts do not add up', '记录数核对不符'],
    ['This is a fault of Rapport: please report it.', '这是 Rapport 自身的缺陷，请反馈。'],
  ),
  source_busy: words(
    ['The source is being loaded already', '该来源正在导入'],
    ['Wait for that run to end.', '请等待当前导入结束。'],
  ),
  publishing_busy: words(
    ['Others published for too long', '等待发布超时'],
    [
      'It is tried again; look at the run that is named, or end the session that holds the lock.',
      '系统会自动重试；请查看所指出的导入，或结束占用发布锁的会话。',
    ],
  ),
  tables_held: words(
    ['A session held our tables for too long', '数据表被其他会话长时间占用'],
    ['It is tried again; end the session that is named.', '系统会自动重试；请结束所指出的会话。'],
  ),
  fenced_off: words(
    ['Lost its turn to a newer run', '已被更新的一次导入取代'],
    ['Nothing to do: look at the newer run.', '无需处理，请查看更新的那次导入。'],
  ),
  window_taken: words(
    ['Lost its window to another run', '该时段已由另一次导入接手'],
    ['Nothing to do: look at the other run.', '无需处理，请查看另一次导入。'],
  ),
  not_scheduled: words(
    ['The source has no schedule', '该来源未设置计划'],
    ['Add one to its source.yaml, or load it by hand.', '请在 source.yaml 中添加计划，或手动导入。'],
  ),
  backfill_cancelled: words(
    ['The backfill was cancelled meanwhile', '补数任务已取消'],
    ['Nothing to do: nothing of this window was published.', '无需处理，该时段未发布任何数据。'],
  ),
  backfill_open: words(
    ['The source has a backfill already', '该来源已有补数任务'],
    ['Let it end, or cancel it first.', '请等待其结束，或先取消。'],
  ),
  backfill_range: words(
    ['The windows of the backfill cannot be told', '无法确定补数的时段'],
    ['Correct first and last window, step or folder.', '请更正起止时段、步长或文件夹。'],
  ),
  unknown_backfill: words(
    ['No such backfill', '没有该补数任务'],
    ['"rapport backfill list" shows them.', '可用 rapport backfill list 查看。'],
  ),
  backfill_over: words(['The backfill has ended', '补数任务已结束'], ['Start a new one.', '请新建补数任务。']),
  nowhere_to_load_from: words(
    ['Not said where the files are', '未指明文件位置'],
    ['Name a folder, or give the source a schedule.', '请指定文件夹，或为来源设置计划。'],
  ),
  shop_published_meanwhile: words(
    ['Another source published to the shop first', '另一来源已先行发布到该店铺'],
    ['Load it again.', '请重新导入。'],
  ),
  month_not_made: words(
    ['A table was held by a query for too long', '查询长时间占用数据表'],
    ['Load it again, or end that query.', '请重新导入，或结束该查询。'],
  ),
  master_key: words(
    ['The master key cannot be used', '主密钥无法使用'],
    ['Restore the key this house was made with.', '请恢复建库时使用的主密钥。'],
  ),
  database_unreachable: words(
    ['The database does not answer', '数据库无响应'],
    ['Is PostgreSQL running, and DATABASE_URL right?', '请确认 PostgreSQL 正在运行且 DATABASE_URL 正确。'],
  ),
  database_refused: words(
    ['The database refuses the connection', '数据库拒绝连接'],
    ['Check user, password and database in DATABASE_URL.', '请检查 DATABASE_URL 中的用户、密码和库名。'],
  ),
  database_not_migrated: words(
    ['The database has no schema yet', '数据库尚未建表'],
    ['Run "rapport migrate".', '请运行 rapport migrate。'],
  ),
  database_disk_full: words(
    ['The database has no space left', '数据库磁盘已满'],
    ['Free space, then load again.', '请释放空间后重新导入。'],
  ),
  database_lost: words(
    ['The connection to the database was lost', '与数据库的连接中断'],
    ['Load it again; scheduled loads do it by themselves.', '请重新导入；计划导入会自动重试。'],
  ),
  database_error: words(
    ['The database reported an error', '数据库报错'],
    ['Follow the message; most of them name the cause.', '请按提示信息处理，多数会指明原因。'],
  ),
  internal: words(
    ['Rapport itself failed', 'Rapport 内部错误'],
    ['Please report it; trying again may help.', '请反馈；重试可能有效。'],
  ),
  interrupted: words(['It was stopped', '导入被中断'], ['Load it again.', '请重新导入。']),
  process_died: words(
    ['Its process ended without a word', '进程意外终止'],
    ['Load it again; scheduled loads do it by themselves.', '请重新导入；计划导入会自动重试。'],
  ),
} as const satisfies Record<string, ErrorWords>;

export type RunErrorCode = keyof typeof runErrors;
