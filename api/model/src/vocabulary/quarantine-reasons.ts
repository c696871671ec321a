import type { LocalizedText } from './text.ts';

interface ReasonText {
  title: LocalizedText;
  /** What a person does about it. */
  remedy: LocalizedText;
}

/** Why a record was not taken. The codes stand in ops.quarantine.reason; every rejected row has one. */
export const quarantineReasons = {
  too_few_fields: {
    title: { en: 'Too few fields', zh: '字段数不足' },
    remedy: {
      en: 'Deliver the record with every column of the header, empty where there is no value.',
      zh: '请按表头补齐所有列，无值时留空。',
    },
  },
  too_many_fields: {
    title: { en: 'Too many fields', zh: '字段数过多' },
    remedy: { en: 'Put values that contain the separator in double quotes.', zh: '含分隔符的值请用双引号括起。' },
  },
  stray_quote: {
    title: { en: 'Stray quotation mark', zh: '引号不成对' },
    remedy: {
      en: 'Double the quotation marks inside a value and put the value in quotes.',
      zh: '值内的引号请写成两个，并将整个值用引号括起。',
    },
  },
  stray_carriage_return: {
    title: { en: 'Carriage return outside quotes', zh: '引号外出现回车符' },
    remedy: {
      en: 'End lines with LF or CRLF; put values with line breaks in quotes.',
      zh: '行尾请用 LF 或 CRLF；含换行的值请用引号括起。',
    },
  },
  bad_encoding: {
    title: { en: 'Bytes that are no text in the declared encoding', zh: '字节与声明的编码不符' },
    remedy: {
      en: 'Export the file as UTF-8, or declare its encoding in source.yaml.',
      zh: '请以 UTF-8 编码导出文件，或在 source.yaml 中声明其编码。',
    },
  },
  nul_byte: {
    title: { en: 'NUL byte inside', zh: '含有空字节' },
    remedy: {
      en: 'The file was damaged on its way, or is not text: deliver it again.',
      zh: '文件可能在传输中损坏或并非文本，请重新提供。',
    },
  },
  invalid_json: {
    title: { en: 'Not the JSON that was expected', zh: 'JSON 格式有误' },
    remedy: {
      en: 'Deliver each record as one complete JSON object, lists where source.yaml says rows.',
      zh: '每条记录须为一个完整的 JSON 对象，source.yaml 中 rows 所指之处须为数组。',
    },
  },
  record_too_long: {
    title: { en: 'Record too long', zh: '记录过长' },
    remedy: {
      en: 'A line break is missing, or the file is not a table: check the export.',
      zh: '可能缺少换行，或文件不是表格，请检查导出。',
    },
  },
  invalid_date: {
    title: { en: 'No such date or time', zh: '日期或时间不存在' },
    remedy: {
      en: 'Write days as 2018-02-28 and times as 2018-02-28 13:45:00.',
      zh: '日期写作 2018-02-28，时间写作 2018-02-28 13:45:00。',
    },
  },
  invalid_number: {
    title: { en: 'Not a number', zh: '不是数字' },
    remedy: {
      en: 'Write numbers with digits and a decimal point only: 1234.50.',
      zh: '数字只用数字和小数点，例如 1234.50。',
    },
  },
  number_out_of_range: {
    title: { en: 'Number out of range', zh: '数字超出范围' },
    remedy: {
      en: 'Check unit and digits: the value is larger than the column can hold.',
      zh: '请检查单位和位数：数值超出该列可容纳的范围。',
    },
  },
  invalid_value: {
    title: { en: 'Value does not fit its type', zh: '值与类型不符' },
    remedy: {
      en: 'Correct the value, or change the type of the column in source.yaml.',
      zh: '请改正该值，或在 source.yaml 中修改列类型。',
    },
  },
  unknown_column: {
    title: { en: 'Value in a column that is not declared', zh: '未声明的列中有值' },
    remedy: {
      en: 'Declare the column under columns or ignored in source.yaml, then replay.',
      zh: '请在 source.yaml 的 columns 或 ignored 中声明该列，然后重放。',
    },
  },
  missing_value: {
    title: { en: 'A required value is missing', zh: '缺少必填值' },
    remedy: { en: 'Deliver the record with this field filled.', zh: '请补填该字段后重新提供。' },
  },
  amount_too_precise: {
    title: { en: 'Amount finer than the currency', zh: '金额小数位超过币种精度' },
    remedy: {
      en: 'Amounts are kept exactly: deliver them in whole minor units of the currency.',
      zh: '金额须精确保存：请按币种的最小单位提供。',
    },
  },
  value_too_long: {
    title: { en: 'Id or code that is too long', zh: '编号或代码过长' },
    remedy: {
      en: 'Ids and codes have at most 255 bytes. A longer one is usually another column’s text: check the order of the columns.',
      zh: '编号和代码最多 255 字节。过长通常是其他列的文本误入，请核对列的顺序。',
    },
  },
  score_out_of_range: {
    title: { en: 'Score outside its scale', zh: '评分超出量表范围' },
    remedy: {
      en: 'Deliver scores as whole numbers of their scale: reviews and CSAT 1 to 5, NPS 0 to 10, CES 1 to 7.',
      zh: '评分请用量表内的整数：评价与 CSAT 为 1 至 5，NPS 为 0 至 10，CES 为 1 至 7。',
    },
  },
  not_positive: {
    title: { en: 'Number must be above zero', zh: '数字必须大于零' },
    remedy: { en: 'Check the count in the source system.', zh: '请在来源系统中核对该数量。' },
  },
  negative_number: {
    title: { en: 'Number below zero', zh: '数字小于零' },
    remedy: {
      en: 'Counts and durations are zero or more: check the source system.',
      zh: '次数与时长不得为负，请在来源系统中核对。',
    },
  },
  unknown_code: {
    title: { en: 'Code that is not on the list', zh: '代码不在清单内' },
    remedy: {
      en: 'Map the source’s code to one of the list in the feed’s SQL; docs/feeds.md says what each one means.',
      zh: '请在该数据流的 SQL 中将来源代码映射为清单内的代码；各代码含义见 docs/feeds.md。',
    },
  },
  ends_before_it_begins: {
    title: { en: 'End before the beginning', zh: '结束早于开始' },
    remedy: { en: 'Check both days or times in the source system.', zh: '请在来源系统中核对起止日期或时间。' },
  },
  links_to_itself: {
    title: { en: 'Customer linked to itself', zh: '顾客关联到自身' },
    remedy: {
      en: 'Name the customer that is kept; leave the row out if there is none.',
      zh: '请填写保留的顾客；若无，则不要提供该行。',
    },
  },
  implausible_date: {
    title: {
      en: 'Date outside 1990–2100, or an order of the future',
      zh: '日期不在 1990–2100 年之间，或下单时间在未来',
    },
    remedy: {
      en: 'Check the year: such dates usually stand for "unknown"; leave the field empty instead. An order cannot be placed tomorrow.',
      zh: '请核对年份：此类日期通常表示“未知”，应留空；下单时间不能晚于当前时间。',
    },
  },
} as const satisfies Record<string, ReasonText>;
export type QuarantineReason = keyof typeof quarantineReasons;
