import { words } from './error-words.ts';

/** What is wrong with what was delivered: a folder, a file, its header, its records. */
export const errorsOfDeliveries = {
  directory_missing: words(
    ['The folder is not there', '文件夹不存在'],
    [
      'Create it and put the files in, or correct where the source looks.',
      '请创建该文件夹并放入文件，或更正来源的读取位置。',
    ],
  ),
  file_missing: words(['A file is not there', '缺少文件'], ['Add the file and load again.', '请补上文件后重新导入。']),
  no_files: words(
    ['None of the expected files is there', '没有找到任何预期文件'],
    [
      'Check whether it is the right folder and whether the delivery has arrived.',
      '请确认文件夹是否正确、文件是否已送达。',
    ],
  ),
  file_ambiguous: words(
    ['Several files where one is expected', '应有一个文件，却找到多个'],
    ['Leave one, or make the pattern in source.yaml narrower.', '只保留一个，或在 source.yaml 中收窄文件名规则。'],
  ),
  companion_outdated: words(
    ['A file it is joined to is out of date', '关联的文件已过期'],
    ['Deliver the current one along with it.', '请随同提供当前版本。'],
  ),
  companion_missing: words(
    ['A file it is joined to is not there', '缺少需要关联的文件'],
    ['Deliver the current one along with it.', '请随同提供当前版本。'],
  ),
  selection_empty: words(
    ['No refused rows were chosen', '未选择隔离行'],
    ['Say which: by number, source, feed or reason.', '请按编号、来源、数据流或原因选择。'],
  ),
  replay_needs_files: words(
    ['A feed joins files that are not at hand', '数据流需要关联其他文件'],
    [
      'Name the folder of the delivery: below the deliveries here, any with --from on the command line.',
      '请指定该次交付所在的文件夹：此处填写交付目录下的路径，命令行可用 --from 指定任意目录。',
    ],
  ),
  replay_other_files: words(
    ['The folder holds another delivery', '目录中是另一次交付的文件'],
    [
      'Name the folder of the published delivery, or load the newer files.',
      '请指定已发布的那次交付所在目录，或直接导入较新的文件。',
    ],
  ),
  replay_unknown_role: words(
    ['The source does not declare this file any more', '来源已不再声明该文件'],
    ['Declare it again in source.yaml, or discard the rows.', '请在 source.yaml 中重新声明，或丢弃这些行。'],
  ),
  replay_unknown_header: words(
    ['The header of the file was not kept', '未保留该文件的表头'],
    ['Deliver the file again.', '请重新交付该文件。'],
  ),
  discard_without_reason: words(
    ['No reason was given', '未填写丢弃原因'],
    ['Say why the rows are left out: it is kept with them.', '请说明丢弃原因，原因将随行保留。'],
  ),
  refused_row_missing: words(
    ['The refused row is not waiting', '该隔离行不在待处理状态'],
    [
      'It was replayed, discarded or superseded meanwhile; reload the list.',
      '它可能已被重放、丢弃或取代，请刷新列表。',
    ],
  ),
  refused_rows_touched: words(
    ['Refused rows were changed meanwhile', '隔离行在重放期间被修改'],
    ['Replay them again.', '请重新重放。'],
  ),
  correction_refused: words(
    ['The correction cannot be used', '更正内容无法使用'],
    [
      'Correct one field after the other, or give the whole record as the file would hold it.',
      '请逐个字段更正，或按文件原格式给出整条记录。',
    ],
  ),
  file_time_future: words(
    ['A file is dated in the future', '文件时间晚于当前时间'],
    ['Correct the clock that wrote it, or the time of the file.', '请校正生成文件的系统时钟，或修改文件时间。'],
  ),
  file_unreadable: words(
    ['A file cannot be read', '文件无法读取'],
    ['Check its rights and the disk or share it lies on.', '请检查文件权限及所在磁盘或共享目录。'],
  ),
  file_empty: words(
    ['A file is empty', '文件为空'],
    ['It was probably cut while being written: deliver it again.', '文件可能在写入时被截断，请重新提供。'],
  ),
  file_changed: words(
    ['A file changed while it was read', '文件在读取过程中发生变化'],
    ['Let the delivery finish, then load again.', '请等待文件写完后再导入。'],
  ),
  archive_damaged: words(
    ['An archive cannot be unpacked to its end', '压缩文件无法完整解压'],
    ['It was cut or damaged on its way: deliver it again.', '文件可能被截断或在传输中损坏，请重新提供。'],
  ),
  archive_members: words(
    ['An archive holds more or less than one file', '压缩包内的文件不是恰好一个'],
    ['Deliver each file in an archive of its own, or unpacked.', '请每个压缩包只放一个文件，或直接提供未压缩的文件。'],
  ),
  archive_encrypted: words(
    ['An archive is protected by a password', '压缩包设有密码'],
    ['Deliver it without one.', '请提供不带密码的压缩包。'],
  ),
  xlsx_unreadable: words(
    ['Not an XLSX workbook', '不是有效的 XLSX 工作簿'],
    ['Save it as .xlsx without a password, or as CSV.', '请另存为不带密码的 .xlsx，或 CSV。'],
  ),
  xlsx_sheet_missing: words(
    ['The sheet is not in the workbook', '工作簿中没有该工作表'],
    [
      'Correct the sheet in source.yaml, or its name in the file.',
      '请更正 source.yaml 中的 sheet，或文件里的工作表名称。',
    ],
  ),
  json_document: words(
    ['Not the JSON that was expected', 'JSON 结构与预期不符'],
    ['Deliver the file again, or correct rows in source.yaml.', '请重新提供文件，或更正 source.yaml 中的 rows。'],
  ),
  manifest_unreadable: words(
    ['The manifest cannot be used', '清单文件无法使用'],
    ['It must be JSON such as {"rows": 1200, "sha256": "…"}.', '清单须为 JSON，例如 {"rows": 1200, "sha256": "…"}。'],
  ),
  manifest_mismatch: words(
    ['A file is not what its manifest announces', '文件与清单不一致'],
    ['Deliver file and manifest again.', '请重新提供文件及其清单。'],
  ),
  header_absent: words(
    ['No header line', '缺少表头'],
    ['Check header, delimiter and encoding against source.yaml.', '请对照 source.yaml 检查表头、分隔符和编码。'],
  ),
  header_missing_column: words(
    ['A column is missing', '缺少列'],
    ['Restore its name in the file, or change source.yaml.', '请在文件中恢复该列名，或修改 source.yaml。'],
  ),
  header_unknown_column: words(
    ['A column is new', '出现未声明的列'],
    ['Declare it in source.yaml under columns or ignored.', '请在 source.yaml 的 columns 或 ignored 中声明。'],
  ),
  header_duplicate_column: words(
    ['A column stands there twice', '列名重复'],
    ['Keep one of each.', '同名列只保留一个。'],
  ),
  header_unreadable: words(
    ['The header cannot be read', '表头无法解析'],
    ['Check delimiter, quotes and encoding.', '请检查分隔符、引号和编码。'],
  ),
  unknown_keys: words(
    ['Keys that are not declared', '存在未声明的键'],
    ['Declare them under columns or ignored in source.yaml.', '请在 source.yaml 的 columns 或 ignored 中声明。'],
  ),
  value_of_another_type: words(
    ['A value of another type', '值的类型不符'],
    [
      'Correct the file, or the type in source.yaml: its contract freezes types.',
      '请更正文件或 source.yaml 中的类型：其契约不允许类型不符的值。',
    ],
  ),
  records_unaccounted: words(
    ['Records would be dropped or repeated', '有记录会被遗漏或重复'],
    [
      'Correct the join in the SQL of the feed: each record must be selected once.',
      '请修正该数据流 SQL 中的关联：每条记录须恰好选出一次。',
    ],
  ),
  rows_of_other_files: words(
    ['Rows that are not of their file', '选出的行不属于该文件'],
    ['Select file_id and record_no of the file the feed is from.', '请选择该数据流所属文件的 file_id 与 record_no。'],
  ),
  guard_tripped: words(
    ['The delivery is not like the ones before it', '本次交付与以往差异过大'],
    [
      'Have it delivered again; or, where it is right so, accept the finding and load again.',
      '请要求重新提供；如确认无误，请先确认该异常，再重新导入。',
    ],
  ),
  too_many_deletes: words(
    ['More rows would go than a snapshot usually loses', '快照将删除的行数异常偏多'],
    [
      'If the file is complete, load it once with --allow-deletes.',
      '如确认文件完整，请加 --allow-deletes 重新导入一次。',
    ],
  ),
} as const;
