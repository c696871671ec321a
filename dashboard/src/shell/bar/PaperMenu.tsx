import { Popover } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { downloadBlob } from '../../card/download.ts';
import { useText } from '../../i18n/index.ts';
import { fetchPdf, type Paper } from '../../paper/fetch-pdf.ts';
import { Chip } from './Chip.tsx';
import classes from './PaperMenu.module.css';

/** The address of this page as others would open it: path and state. */
const here = (): string => window.location.pathname + window.location.search;

/** The whole page on paper: by the browser's own printing, as a PDF of the server, or again and again by e-mail. */
export function PaperMenu({ className }: { className?: string | undefined }) {
  const { t, lang } = useText();
  const [open, setOpen] = useState(false);
  const pdf = useMutation({
    mutationFn: (paper: Paper) => fetchPdf(here(), paper, lang),
    onSuccess: ({ name, blob }) => {
      downloadBlob(name, blob);
      setOpen(false);
    },
  });
  const print = () => {
    setOpen(false);
    setTimeout(() => window.print());
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus>
      <Popover.Target>
        <Chip className={className} aria-expanded={open} title={t('paper.paper')} onClick={() => setOpen(!open)}>
          {t('paper.print')}
        </Chip>
      </Popover.Target>
      <Popover.Dropdown className={classes.drop}>
        <ul>
          <li>
            <button type="button" onClick={print}>
              {t('paper.print')}
              <small>{t('paper.printHint')}</small>
            </button>
          </li>
          {(['landscape', 'portrait'] as const).map((paper) => (
            <li key={paper}>
              <button type="button" disabled={pdf.isPending} onClick={() => pdf.mutate(paper)}>
                {t(paper === 'landscape' ? 'paper.pdfLandscape' : 'paper.pdfPortrait')}
                <small>{t(pdf.isPending && pdf.variables === paper ? 'paper.pdfWaits' : 'paper.pdfHint')}</small>
              </button>
            </li>
          ))}
          <li>
            <Link to="/reports" search={{ page: here() }} onClick={() => setOpen(false)}>
              {t('paper.subscribe')}
            </Link>
          </li>
        </ul>
        {pdf.isError ? (
          <p className={classes.refused} role="alert">
            {t('paper.pdfFailed')} {pdf.error.message}
          </p>
        ) : null}
      </Popover.Dropdown>
    </Popover>
  );
}
