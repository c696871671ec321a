import { readAlertConfig } from '../alerts/config.ts';
import type { MailServer } from './mail.ts';

/** Reports go out by the mail server of the alerts: the first of their channels that has one. */
export function readMailServer(home: string): MailServer | null {
  const email = Object.values(readAlertConfig(home).channels).find((channel) => channel.email)?.email;
  return email ? { smtp: email.smtp, from: email.from } : null;
}
