type Details = Record<string, string | number | readonly string[] | null>;

const what = (d: Details): string => `"${d['source']}"${d['role'] ? `, "${d['role']}"` : ''}`;

/** What is said where a source is fetched from another system. */
export const connectionSentences = {
  connection_secret: (d: Details) =>
    `"${d['source']}" needs a secret that is not there: ${d['place']}. Set it for the process that loads. Nothing was fetched.`,
  connection_unreachable: (d: Details) =>
    `${what(d)}: the other side does not answer (${d['problem']}). Nothing was published.`,
  connection_refused: (d: Details) =>
    `${what(d)}: the other side refused us (${d['problem']}). Check user, secret and rights. Nothing was published.`,
  connection_drift: (d: Details) =>
    `${what(d)} is not any more what source.yaml says: ${d['problem']}. Restore it there, or adapt source.yaml. Nothing was published.`,
  connection_held_up: (d: Details) =>
    `${what(d)}: the other database ended the query (${d['problem']}). An index on the cursor column helps, or a longer timeout in source.yaml. Nothing was published.`,
  connection_lost: (d: Details) =>
    `${what(d)}: the connection was cut (${d['problem']}). Nothing was published; what was fetched before is fetched again.`,
  connection_query: (d: Details) =>
    `${what(d)}: the other database reported ${d['state']}: ${d['problem']}. Correct the query in source.yaml. Nothing was published.`,
  connection_answer: (d: Details) =>
    `${what(d)}: an answer came broken (${d['problem']}), and again when asked again. Nothing was published.`,
  connection_busy: (d: Details) => `${what(d)}: the other side asks to wait (${d['problem']}). Nothing was published.`,
  connection_request: (d: Details) =>
    `${what(d)}: the other side does not take the request (${d['problem']}). Correct path and params in source.yaml; a cursor it has forgotten is left behind with --anew. Nothing was published.`,
  connection_shape: (d: Details) => `${what(d)}: ${d['problem']}. Correct source.yaml. Nothing was published.`,
  paging_loop: (d: Details) =>
    `${what(d)}: page ${d['page']} leads back to one that was read already. Does the other side know the paging parameter? Nothing was published.`,
  paging_endless: (d: Details) =>
    `${what(d)}: there are more than ${d['pages']} pages. Raise maxPages in source.yaml if that is right. Nothing was published.`,
  answer_short: (d: Details) =>
    `${what(d)}: ${d['found']} records came, ${d['announced']} were announced. Nothing was published; it is asked again.`,
  cursor_moved: (d: Details) =>
    `Run ${d['run']} of "${d['source']}" fetched "${d['role']}" from where another run had been meanwhile. Nothing of this run was published.`,
};
