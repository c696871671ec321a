const QUOTE = 34;

/** The fields of one whole record as text, unquoted. For headers, refused records and roles with personal columns. */
export function fieldsOf(record: Buffer, delimiter: string): string[] {
  const separator = delimiter.charCodeAt(0);
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (record[at] === QUOTE) {
      const [text, next] = quotedField(record, at + 1);
      fields.push(text);
      at = next;
    } else {
      let end = record.indexOf(separator, at);
      if (end < 0) end = record.length;
      fields.push(record.toString('utf8', at, end));
      at = end;
    }
    if (at >= record.length) return fields;
    at++;
  }
}

function quotedField(record: Buffer, from: number): [text: string, next: number] {
  let text = '';
  let start = from;
  for (;;) {
    let end = record.indexOf(QUOTE, start);
    if (end < 0) end = record.length;
    text += record.toString('utf8', start, end);
    if (record[end + 1] !== QUOTE) return [text, end + 1];
    text += '"';
    start = end + 2;
  }
}

/** A CSV field as COPY reads it back; empty stays empty, which is null. */
export function toCsvField(value: string): string {
  return /[",;|\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
