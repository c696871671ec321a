import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

import { request } from '../api/graphql.ts';
import type { ExportFormat, ExportLineFragment, TypedDocumentString } from '../gql/graphql.ts';
import type { LocalizedText } from '../metric/types.ts';
import { fetchFile } from './fetch-file.ts';
import { cancelExportMutation, exportQuery, startExportMutation } from './queries.ts';

/** What a card can be exported as a whole: the document it was filled by. */
export interface Exportable {
  document: TypedDocumentString<unknown, never>;
  variables: object;
  /** Of the file, without its ending. */
  file: string;
}

const LOOK_MS = 500;

export interface Exporting {
  start(format: ExportFormat): void;
  cancel(): void;
  /** The one that was started here last. */
  last: ExportLineFragment | undefined;
  running: boolean;
  /** Why it was refused or failed. */
  refused: LocalizedText | undefined;
  failed: boolean;
}

/** Starts an export, watches it, and hands the file to the browser once it is whole. */
export function useExport({ document, variables, file }: Exportable): Exporting {
  const [id, setId] = useState<string>();
  const fetched = useRef<string>(undefined);
  const start = useMutation({
    mutationFn: async (format: ExportFormat) => {
      const input = { document: document.toString(), variables: JSON.stringify(variables), format, fileName: file };
      return (await request(startExportMutation, { input })).startExport;
    },
    onSuccess: (answer) => setId(answer.export?.id),
  });
  const cancel = useMutation({ mutationFn: async (which: string) => request(cancelExportMutation, { id: which }) });
  const look = useQuery({
    queryKey: ['export', id],
    queryFn: async ({ signal }) => (await request(exportQuery, { id: id ?? '' }, signal)).export,
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data === undefined || state.data?.state === 'RUNNING' ? LOOK_MS : false),
  });
  const started = start.data?.export ?? undefined;
  const last = (id === undefined ? undefined : (look.data ?? started)) ?? undefined;
  const address = last?.downloadUrl;
  useEffect(() => {
    if (!address || fetched.current === address) return;
    fetched.current = address;
    fetchFile(address);
  }, [address]);
  return {
    start: (format) => {
      setId(undefined);
      start.mutate(format);
    },
    cancel: () => {
      if (id !== undefined) cancel.mutate(id, { onSuccess: () => void look.refetch() });
    },
    last,
    running: start.isPending || last?.state === 'RUNNING',
    refused: start.data?.userErrors[0]?.text ?? last?.error?.text,
    failed: start.isError,
  };
}
