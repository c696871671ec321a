import { inOrder, readExample } from './example-file.ts';

// The files of the documentation themselves: one source for docs, gallery and tests.
const files = import.meta.glob<string>('../../../../docs/examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const examples = Object.values(files).map(readExample).sort(inOrder);

export const exampleOf = (id: string | undefined) => examples.find((example) => example.id === id);
