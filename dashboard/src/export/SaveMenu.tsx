import { Popover } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type RefObject } from 'react';

import { download, downloadBlob } from '../card/download.ts';
import { toCsv, type ChartTable } from '../charts/index.ts';
import { useFormat } from '../format/index.ts';
import { useText } from '../i18n/index.ts';
import { useCaption } from '../paper/use-caption.ts';
import { ExportRows } from './ExportRows.tsx';
import classes from './SaveMenu.module.css';
import { useExport, type Exportable, type Exporting } from './use-export.ts';

interface SaveMenuProps {
  /** What the picture is of; left out: no picture. */
  card?: RefObject<HTMLElement | null>;
  /** Of the files, without their endings. */
  file: string;
  table?: ChartTable | undefined;
  exported?: Exportable | undefined;
}

/** One way out of a card: as a picture, as the table it shows, as all the rows behind it. */
export function SaveMenu({ exported, ...props }: SaveMenuProps) {
  return exported ? <WithRows {...props} exported={exported} /> : <Menu {...props} />;
}

function WithRows({ exported, ...props }: SaveMenuProps & { exported: Exportable }) {
  return <Menu {...props} exporting={useExport(exported)} />;
}

function Menu({ card, file, table, exporting }: Omit<SaveMenuProps, 'exported'> & { exporting?: Exporting }) {
  const { t } = useText();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const last = exporting?.last;
  const share = last?.expectedRows ? last.rows / last.expectedRows : 0;
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus>
      <Popover.Target>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {exporting?.running ? t('export.at', { share: format.share(share, 0) }) : t('export.title')}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.drop}>
        {open ? <Choices card={card} file={file} table={table} onDone={() => setOpen(false)} /> : null}
        {exporting ? <ExportRows exporting={exporting} share={share} /> : null}
      </Popover.Dropdown>
    </Popover>
  );
}

interface ChoicesProps extends Omit<SaveMenuProps, 'exported'> {
  onDone(): void;
}

function Choices({ card, file, table, onDone }: ChoicesProps) {
  const { t } = useText();
  const caption = useCaption();
  const picture = useMutation({
    mutationFn: async () => {
      const { pictureOf } = await import('../paper/picture.ts');
      if (card?.current) downloadBlob(`${file}.png`, await pictureOf(card.current, caption));
    },
    onSuccess: onDone,
  });
  const csv = (shown: ChartTable) => {
    download(`${file}.csv`, toCsv(shown));
    onDone();
  };
  return (
    <>
      <ul>
        {card ? (
          <li>
            <button type="button" disabled={picture.isPending} onClick={() => picture.mutate()}>
              <b>{t('paper.picture')}</b>
              <span>{t(picture.isPending ? 'paper.drawing' : 'paper.pictureFor')}</span>
            </button>
          </li>
        ) : null}
        {table ? (
          <li>
            <button type="button" onClick={() => csv(table)}>
              <b>{t('paper.table')}</b>
              <span>{t('paper.tableFor')}</span>
            </button>
          </li>
        ) : null}
      </ul>
      {picture.isError ? (
        <p className={classes.refused} role="alert">
          {t('paper.pictureFailed')}
        </p>
      ) : null}
    </>
  );
}
