import type { Channel } from '../config.ts';
import { subjectOf, textOf, type Message } from '../notice.ts';

const PATIENCE_MS = 10_000;

/** Mail programs and the receiver tell repetitions by the Message-ID, which is the message's own. */
export async function mailMessage(
  { smtp, from, to }: NonNullable<Channel['email']>,
  language: Channel['language'],
  message: Message,
): Promise<void> {
  const { createTransport } = await import('nodemailer'); // a mailer is large, and few loads have something to tell
  const patience = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS };
  const transport = createTransport({ url: smtp, ...patience, disableFileAccess: true, disableUrlAccess: true });
  try {
    await transport.sendMail({
      from,
      to,
      subject: subjectOf(message, language),
      text: textOf(message, language),
      messageId: `<${message.id}@rapport.invalid>`,
      headers: { 'X-Rapport-Delivery': message.id, 'Auto-Submitted': 'auto-generated' },
    });
  } finally {
    transport.close();
  }
}
