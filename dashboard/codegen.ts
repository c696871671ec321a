import type { CodegenConfig } from '@graphql-codegen/cli';

/** The dashboard's one contract is the committed schema; the output is generated on every build and type-check. */
const config: CodegenConfig = {
  schema: '../api/schema.graphql',
  documents: ['src/**/*.ts', 'src/**/*.tsx', '!src/gql/**'],
  ignoreNoDocuments: true,
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: { mode: 'embedHashInDocument', hashAlgorithm: 'sha256' },
      },
      config: {
        enumsAsTypes: true,
        useTypeImports: true,
        documentMode: 'string',
        scalars: { LocalDate: 'string', DateTime: 'string', ID: 'string' },
      },
    },
  },
};

export default config;
