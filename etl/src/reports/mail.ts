import { subjectOf, textOf } from './words.ts';

const PATIENCE_MS = 20_000;

export interface MailServer {
  smtp: string;
  from: string;
}

export interface Letter {
  /** Sent again after a crash it has the same id: mail programs tell repetitions by it. */
  id: string;
  to: string;
  name: string;
  language: 'en' | 'zh';
  answer: string;
  address: string | null;
  unsubscribe: string | null;
  fileName: string;
  pdf: Uint8Array;
}

/** One letter a recipient: nobody sees who else has it, and each has a link of their own that ends it. */
export async function sendLetter({ smtp, from }: MailServer, letter: Letter): Promise<void> {
  const { createTransport } = await import('nodemailer');
  const patience = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS };
  const transport = createTransport({ url: smtp, ...patience, disableFileAccess: true, disableUrlAccess: true });
  const { id, to, name, language, unsubscribe, fileName, pdf } = letter;
  try {
    await transport.sendMail({
      from,
      to,
      subject: subjectOf(name),
      text: textOf(letter, language),
      messageId: `<${id}@rapport.invalid>`,
      attachments: [{ filename: fileName, content: Buffer.from(pdf), contentType: 'application/pdf' }],
      headers: {
        'X-Rapport-Delivery': id,
        'Auto-Submitted': 'auto-generated',
        // Mail programs offer their own button for it: RFC 8058.
        ...(unsubscribe === null
          ? {}
          : { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
      },
    });
  } finally {
    transport.close();
  }
}
