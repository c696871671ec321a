import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const ASKED = /\bgraphql\(\s*`([^`]+)`\s*\)/g;
const NAMED = /(?:query|mutation|subscription|fragment)\s+(\w+)/;
const OPERATION = /\b(?:query|mutation|subscription) (\w+)/;

/** Every operation by its name: what it is known as, and the text it is known by, fragments and all. */
async function byName(root: string): Promise<Map<string, { hash: string; text: string }>> {
  const known = await readFile(join(root, 'src', 'gql', 'persisted-documents.json'), 'utf8');
  return new Map(
    Object.entries(JSON.parse(known) as Record<string, string>).map(([hash, text]) => [
      OPERATION.exec(text)?.[1] ?? hash,
      { hash, text },
    ]),
  );
}

/**
 * The list that code generation writes holds the documents of all pages, and a page that asks one would bring them all. In the build
 * each is put where it is asked. A fragment is part of the operations that spread it and is nothing by itself.
 */
export function ownDocuments(): Plugin {
  let known: ReturnType<typeof byName>;
  return {
    name: 'own-documents',
    apply: 'build',
    enforce: 'pre',
    configResolved: ({ root }) => void (known = byName(root)),
    async transform(code, id) {
      if (!/\/src\/(?!gql\/).*\.tsx?$/.test(id) || !code.includes('graphql(`')) return null;
      const documents = await known;
      const put = code.replace(ASKED, (_, text: string) => {
        const name = NAMED.exec(text)?.[1] ?? '';
        if (/^\s*fragment\b/.test(text)) return 'undefined';
        const document = documents.get(name);
        if (!document)
          throw new Error(`${id} asks ${name}, which src/gql does not know: generate it with "graphql-codegen".`);
        const meta = JSON.stringify({ hash: document.hash });
        return `Object.assign(new String(${JSON.stringify(document.text)}), { __meta__: ${meta} })`;
      });
      return { code: put, map: null };
    },
  };
}
