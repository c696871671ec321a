import '@graphiql/react/setup-workers/vite';
import '@graphiql/react/font/fira-code.css';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';

import { DocExplorerStore } from '@graphiql/plugin-doc-explorer';
import { HistoryStore } from '@graphiql/plugin-history';
import { GraphiQLProvider } from '@graphiql/react';
import { useCallback, useState } from 'react';

import { AnswerPane } from './AnswerPane.tsx';
import { ask, type Answered } from './ask.ts';
import { EditorPane } from './EditorPane.tsx';
import { editorThemes } from './editor-theme.ts';
import { SidePane } from './SidePane.tsx';
import type { Opened } from './use-opened.ts';
import { useEditors } from './use-editors.ts';
import classes from './Workbench.module.css';

const FIRST = `query Shops {
  shops { code title { en zh } asOf }
}
`;

type Asked = Parameters<typeof ask>[0];

/** GraphiQL's parts in our own frame: its editors, documentation and history, our lists, tables and words around them. */
export default function Workbench({ opened }: { opened: Opened | undefined }) {
  const [answered, setAnswered] = useState<Answered>();
  const fetcher = useCallback(async (asked: Asked) => {
    const reply = await ask(asked);
    if (asked.operationName !== 'IntrospectionQuery') setAnswered({ asked, reply });
    return reply as Record<string, unknown>;
  }, []);
  const forget = useCallback(() => setAnswered(undefined), []);
  return (
    <GraphiQLProvider fetcher={fetcher} defaultQuery={FIRST} editorTheme={editorThemes} inputValueDeprecation>
      <DocExplorerStore>
        <HistoryStore>
          <Bench opened={opened} answered={answered} onOpen={forget} />
        </HistoryStore>
      </DocExplorerStore>
    </GraphiQLProvider>
  );
}

interface BenchProps {
  opened: Opened | undefined;
  answered: Answered | undefined;
  onOpen(): void;
}

function Bench({ opened, answered, onOpen }: BenchProps) {
  const editors = useEditors(opened, onOpen);
  return (
    <div className={`graphiql-container ${classes.bench}`} data-testid="workbench" data-ready={editors.ready}>
      <SidePane opened={opened} />
      <EditorPane editors={editors} opened={opened} />
      <AnswerPane answered={answered} />
    </div>
  );
}
