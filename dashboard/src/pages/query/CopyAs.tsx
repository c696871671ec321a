import { Button, Drawer } from '@mantine/core';
import { useState } from 'react';

import { useText } from '../../i18n/index.ts';
import { Segment } from '../../shell/Segment.tsx';
import { snippet, snippetLanguages, type SnippetLanguage } from './snippets.ts';
import { variablesIn } from './variables.ts';
import classes from './Drawers.module.css';

const names: Record<SnippetLanguage, string> = { curl: 'curl', typescript: 'TypeScript', python: 'Python' };

interface CopyProps {
  query: string;
  variables: string;
  onClose(): void;
}

/** The question as a program of its own, to be run elsewhere with a key. */
export function CopyAs({ query, variables, onClose }: CopyProps) {
  const { t } = useText();
  const [language, setLanguage] = useState<SnippetLanguage>('curl');
  const [copied, setCopied] = useState(false);
  const read = variablesIn(variables);
  const code = snippet(language, { url: `${window.location.origin}/graphql`, query, variables: read ?? {} });
  const choose = (next: SnippetLanguage) => {
    setLanguage(next);
    setCopied(false);
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      title={t('query.copyTitle')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('query.close') }}
    >
      <div className={classes.line}>
        <Segment
          label={t('query.copyAs')}
          value={language}
          options={snippetLanguages.map((value) => ({ value, text: names[value], title: names[value] }))}
          onChange={choose}
        />
        <Button variant="filled" onClick={() => void navigator.clipboard.writeText(code).then(() => setCopied(true))}>
          {t(copied ? 'query.copied' : 'query.copy')}
        </Button>
      </div>
      <p className={classes.note}>{t('query.copyNote')}</p>
      {read === undefined ? <p className={classes.wrong}>{t('query.badVariables')}</p> : null}
      <textarea
        className={classes.code}
        data-testid="snippet"
        aria-label={names[language]}
        readOnly
        wrap="off"
        value={code}
      />
    </Drawer>
  );
}
