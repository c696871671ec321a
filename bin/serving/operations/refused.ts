import { OperationRefused } from '@rapport/api';
import type { LocalizedText } from '@rapport/model/vocabulary';
import { runErrors } from '@rapport/model/vocabulary';

/** What the load refuses for a reason is an answer to whoever asked: its sentence in English, in Chinese what it is and what to do. */
export async function asAnswer<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'IngestError') throw error;
    const code = (error as { code?: string }).code ?? '';
    throw new OperationRefused(code.toUpperCase(), textOf(code, error.message));
  }
}

function textOf(code: string, message: string): LocalizedText {
  const words = Object.hasOwn(runErrors, code) ? runErrors[code as keyof typeof runErrors] : undefined;
  return { en: message, zh: words ? `${words.title.zh}。${words.remedy.zh}` : message };
}
