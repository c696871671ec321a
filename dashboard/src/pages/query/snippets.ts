/** A question as somebody would send it from elsewhere. */
export interface Sent {
  url: string;
  query: string;
  variables: Readonly<Record<string, unknown>>;
}

/** Stands where the reader’s own key belongs. */
export const KEY_PLACE = 'rpt_YOUR_KEY';

export const snippetLanguages = ['curl', 'typescript', 'python'] as const;
export type SnippetLanguage = (typeof snippetLanguages)[number];

/** Between quotes of a shell nothing means anything but the quote itself. */
const shell = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

function curl({ url, query, variables }: Sent): string {
  return `curl --silent --show-error ${shell(url)} \\
  --header 'authorization: Bearer ${KEY_PLACE}' \\
  --header 'content-type: application/json' \\
  --data ${shell(JSON.stringify({ query, variables }, null, 2))}
`;
}

const template = (text: string): string => text.replace(/[\\`]|\$(?=\{)/g, (sign) => `\\${sign}`);

function typescript({ url, query, variables }: Sent): string {
  return `const query = \`
${template(query)}\`;
const variables = ${JSON.stringify(variables, null, 2)};

const response = await fetch(${JSON.stringify(url)}, {
  method: 'POST',
  headers: { authorization: 'Bearer ${KEY_PLACE}', 'content-type': 'application/json' },
  body: JSON.stringify({ query, variables }),
});
const { data, errors } = (await response.json()) as { data?: unknown; errors?: { message: string }[] };
if (errors) throw new Error(errors.map(({ message }) => message).join('\\n'));
console.log(JSON.stringify(data, null, 2));

export {};
`;
}

const triple = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"""', '\\"\\"\\"');

function literal(value: unknown, indent = ''): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  const inside = `${indent}    `;
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, indent)).join(', ')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).map(
    ([name, item]) => `${inside}${JSON.stringify(name)}: ${literal(item, inside)},\n`,
  );
  return entries.length === 0 ? '{}' : `{\n${entries.join('')}${indent}}`;
}

function python({ url, query, variables }: Sent): string {
  return `import json
import urllib.error
import urllib.request

QUERY = """
${triple(query)}"""
VARIABLES = ${literal(variables)}

request = urllib.request.Request(
    ${JSON.stringify(url)},
    data=json.dumps({"query": QUERY, "variables": VARIABLES}).encode(),
    headers={"authorization": "Bearer ${KEY_PLACE}", "content-type": "application/json"},
)
try:
    with urllib.request.urlopen(request) as response:
        answer = json.load(response)
except urllib.error.HTTPError as error:
    answer = json.load(error)
if "errors" in answer:
    raise SystemExit("\\n".join(error["message"] for error in answer["errors"]))
print(json.dumps(answer["data"], indent=2, ensure_ascii=False))
`;
}

const writers: Record<SnippetLanguage, (sent: Sent) => string> = { curl, typescript, python };

export const snippet = (language: SnippetLanguage, sent: Sent): string => writers[language](sent);
