import { darkVariables, lightVariables } from '../../theme/tokens.ts';

/** Names under which the editors know our two themes. */
export const editorThemes = { light: 'rapport-light', dark: 'rapport-dark' } as const;

type Palette = Record<string, string>;

interface EditorTheme {
  base: 'vs' | 'vs-dark';
  inherit: boolean;
  rules: { token: string; foreground: string; fontStyle?: string }[];
  colors: Record<string, string>;
}

const hex = (palette: Palette, name: string): string => palette[`--${name}`] ?? '';

/** Fields are ink, since they are what is read; names, values and arguments have the colours of series. */
function themeOf(palette: Palette, base: EditorTheme['base']): EditorTheme {
  const rule = (token: string, name: string) => ({ token, foreground: hex(palette, name).slice(1) });
  return {
    base,
    inherit: true,
    rules: [
      rule('', 'ink'),
      rule('comment.gql', 'ink3'),
      rule('keyword.gql', 'c3'),
      rule('key.identifier.gql', 'ink'),
      rule('identifier.gql', 'ink'),
      rule('type.identifier.gql', 'now'),
      rule('argument.identifier.gql', 'good'),
      rule('variable.gql', 'now'),
      rule('annotation.gql', 'c3'),
      rule('string.gql', 'warn'),
      rule('number.gql', 'warn'),
      rule('number.float.gql', 'warn'),
      rule('string.key.json', 'ink'),
      rule('string.value.json', 'warn'),
      rule('number.json', 'now'),
      rule('keyword.json', 'good'),
      rule('delimiter', 'ink3'),
    ],
    colors: {
      'editor.background': hex(palette, 'surface'),
      'editor.foreground': hex(palette, 'ink'),
      'editor.lineHighlightBackground': hex(palette, 'surface'),
      'editor.lineHighlightBorder': hex(palette, 'surface'),
      'editor.selectionBackground': hex(palette, 'q2'),
      'editorLineNumber.foreground': hex(palette, 'then'),
      'editorLineNumber.activeForeground': hex(palette, 'ink2'),
      'editorCursor.foreground': hex(palette, 'now'),
      'editorWidget.background': hex(palette, 'surface'),
      'editorWidget.border': hex(palette, 'line2'),
      'editorHoverWidget.background': hex(palette, 'surface'),
      'editorHoverWidget.border': hex(palette, 'line2'),
      'editorSuggestWidget.background': hex(palette, 'surface'),
      'editorSuggestWidget.border': hex(palette, 'line2'),
      'editorSuggestWidget.foreground': hex(palette, 'ink'),
      'editorSuggestWidget.selectedBackground': hex(palette, 'sunken'),
      'editorSuggestWidget.selectedForeground': hex(palette, 'ink'),
      'editorSuggestWidget.highlightForeground': hex(palette, 'now'),
      'editorError.foreground': hex(palette, 'bad'),
      'editorWarning.foreground': hex(palette, 'warn'),
      'editorGutter.background': hex(palette, 'surface'),
      'scrollbar.shadow': '#00000000',
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((n) => [`editorBracketHighlight.foreground${n}`, hex(palette, 'ink3')]),
      ),
      focusBorder: hex(palette, 'now'),
    },
  };
}

interface Themed {
  editor: { defineTheme(name: string, theme: EditorTheme): void };
}

export function defineThemes({ editor }: Themed): void {
  editor.defineTheme(editorThemes.light, themeOf(lightVariables, 'vs'));
  editor.defineTheme(editorThemes.dark, themeOf(darkVariables, 'vs-dark'));
}
