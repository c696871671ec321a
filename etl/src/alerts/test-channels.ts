import { randomUUID } from 'node:crypto';
import type { AlertConfig } from './config.ts';
import { problemOf, sendMessage } from './deliver.ts';
import type { Message } from './notice.ts';

/** A message that says that it is none, to every channel or to one; null: it was taken. */
export async function testChannels(
  { channels }: AlertConfig,
  only: string | null,
): Promise<{ name: string; problem: string | null }[]> {
  const asked = Object.entries(channels).filter(([name]) => only === null || name === only);
  return Promise.all(
    asked.map(async ([name, channel]) => {
      const problem = await sendMessage(channel, testMessage(name)).then(() => null, problemOf);
      return { name, problem };
    }),
  );
}

function testMessage(channel: string): Message {
  return {
    id: `${channel}-test-${randomUUID()}`,
    channel,
    notices: [
      {
        alertId: '0',
        event: 'opened',
        kind: 'run_failed',
        severity: 'warning',
        source: '',
        subject: '',
        title: { en: 'Test: alerts reach this channel', zh: '测试：告警可以送达此渠道' },
        detail: { en: 'Nothing is wrong.', zh: '一切正常，无需处理。' },
        runId: null,
        openedAt: new Date(),
        recoveredAt: null,
      },
    ],
  };
}
