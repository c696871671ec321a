import { words } from './error-words.ts';

/** Why a source could not be fetched from where it is connected to. */
export const errorsOfConnections = {
  connection_secret: words(
    ['A secret is not there', '缺少所需的密钥'],
    ['Set the variable or write the file that is named.', '请设置所指出的环境变量或密钥文件。'],
  ),
  connection_unreachable: words(
    ['The other system does not answer', '对方系统无响应'],
    [
      'Nothing to do if it comes back by itself; else check address and network.',
      '若会自行恢复则无需处理，否则请检查地址与网络。',
    ],
  ),
  connection_refused: words(
    ['The other system refused us', '对方系统拒绝访问'],
    ['Check user, password or key, and what it may read.', '请检查用户名、密码或密钥及其读取权限。'],
  ),
  connection_drift: words(
    ['A table or column is not there any more', '表或列已不存在'],
    ['Restore it, or adapt source.yaml and the SQL of the feed.', '请恢复它，或相应修改 source.yaml 与数据流 SQL。'],
  ),
  connection_held_up: words(
    ['The other database took too long', '对方数据库响应超时'],
    [
      'It is tried again; if it stays so, add an index on the cursor or raise the timeout.',
      '系统会自动重试；若仍超时，请为游标列建立索引或调高超时。',
    ],
  ),
  connection_lost: words(
    ['The connection to the other system was cut', '与对方系统的连接中断'],
    ['Load it again; scheduled loads do it by themselves.', '请重新导入；计划导入会自动重试。'],
  ),
  connection_query: words(
    ['The other database refused the query', '对方数据库拒绝执行查询'],
    ['Correct the query in source.yaml.', '请修正 source.yaml 中的查询。'],
  ),
  connection_answer: words(
    ['An answer came broken', '收到的响应不完整或无法解析'],
    [
      'Load it again; if it stays so, ask who runs the other system.',
      '请重新导入；若持续出现，请联系对方系统的维护者。',
    ],
  ),
  connection_busy: words(
    ['The other system asks to wait', '对方系统要求稍后再试'],
    ['It is tried again; ask less often if it stays so.', '系统会自动重试；若持续出现，请降低请求频率。'],
  ),
  connection_request: words(
    ['The other system does not take the request', '对方系统不接受该请求'],
    ['Correct path and params in source.yaml.', '请修正 source.yaml 中的 path 与 params。'],
  ),
  connection_shape: words(
    ['The answer is built otherwise than declared', '响应结构与声明不符'],
    ['Correct records, paging or since in source.yaml.', '请修正 source.yaml 中的 records、paging 或 since。'],
  ),
  paging_loop: words(
    ['The pages go in a circle', '分页陷入循环'],
    [
      'Check paging in source.yaml; the other side may ignore the parameter.',
      '请检查 source.yaml 的 paging，对方可能忽略了该参数。',
    ],
  ),
  paging_endless: words(
    ['More pages than allowed', '页数超出上限'],
    ['Raise maxPages in source.yaml if there are so many.', '若确有如此多页，请调高 source.yaml 的 maxPages。'],
  ),
  answer_short: words(
    ['Fewer records came than announced', '实收记录数少于对方声明'],
    ['Load it again; rows may have moved between pages.', '请重新导入；分页期间数据可能发生了移动。'],
  ),
  cursor_moved: words(
    ['Another run fetched meanwhile', '另一次导入已先行抓取'],
    ['Nothing to do: look at the other run.', '无需处理，请查看另一次导入。'],
  ),
} as const;
