import { useGraphiQL, useGraphiQLActions, useMonaco } from '@graphiql/react';
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';

import { defineThemes } from './editor-theme.ts';
import type { Opened } from './use-opened.ts';

export interface Editors {
  ready: boolean;
  /** What stands in them now. */
  read(): { query: string; variables: string };
}

/** Answers hold Chinese, which a font for code has none of. */
const letters = {
  fontFamily: "'Fira Code', 'Noto Sans SC Variable', 'Noto Sans CJK SC', monospace",
  fontSize: 12.5,
  lineHeight: 19,
  guides: { indentation: false, bracketPairs: false },
  fixedOverflowWidgets: true,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 8,
  padding: { top: 8, bottom: 8 },
  wordWrap: 'on' as const,
};

/** Puts what is opened into the editors, once, and keeps their colours those of the page. */
export function useEditors(opened: Opened | undefined, onOpen: () => void): Editors {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const responseEditor = useGraphiQL((state) => state.responseEditor);
  useColours();
  useEffect(() => {
    for (const editor of [queryEditor, variableEditor, responseEditor]) editor?.updateOptions(letters);
  }, [queryEditor, variableEditor, responseEditor]);
  const shown = useRef<string>(undefined);
  useEffect(() => {
    if (!opened || !queryEditor || !variableEditor || !responseEditor || shown.current === opened.key) return;
    shown.current = opened.key;
    queryEditor.setValue(opened.document);
    queryEditor.setScrollTop(0);
    variableEditor.setValue(opened.variables);
    responseEditor.setValue('');
    onOpen();
  }, [opened, queryEditor, variableEditor, responseEditor, onOpen]);
  return {
    ready: queryEditor !== undefined && variableEditor !== undefined,
    read: () => ({ query: queryEditor?.getValue() ?? '', variables: variableEditor?.getValue() ?? '' }),
  };
}

function useColours(): void {
  const monaco = useMonaco((state) => state.monaco);
  const scheme = useComputedColorScheme('light');
  const { setTheme } = useGraphiQLActions();
  useEffect(() => {
    if (!monaco) return;
    defineThemes(monaco);
    setTheme(scheme);
  }, [monaco, scheme, setTheme]);
}
