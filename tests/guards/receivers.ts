import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface Mail {
  to: string[];
  id: string;
  subject: string;
  body: string;
  /** Head and all parts, as it came. */
  raw: string;
}

const header = (mail: string, name: string): string =>
  new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(mail)?.[1]?.replaceAll(/\r\n[ \t]/g, ' ') ?? '';

/** =?UTF-8?B?…?= and =?UTF-8?Q?…?=, as mail programs show them. */
function shown(value: string): string {
  return value
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_all, way: string, coded: string) =>
      way.toLowerCase() === 'b'
        ? Buffer.from(coded, 'base64').toString('latin1')
        : unquoted(coded.replaceAll('_', ' ')),
    )
    .replaceAll(/[\u0080-\u00ff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
}

function unquoted(coded: string): string {
  return coded.replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** A real SMTP server on a free port, or on a given one; it keeps what it took. */
export async function mailServer(port = 0): Promise<{ url: string; mails: Mail[]; close(): Promise<void> }> {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      const take = async (): Promise<void> => {
        const mail = await text(stream);
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const [, body = ''] = mail.split('\r\n\r\n', 2);
        mails.push({ to, id: header(mail, 'Message-ID'), subject: shown(header(mail, 'Subject')), body, raw: mail });
        done();
      };
      void take();
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: taken } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${taken}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

export interface Posted {
  headers: IncomingMessage['headers'];
  body: string;
}

/** A real HTTP receiver; `answer` gives the status, or never answers at all (null). */
export async function hookServer(
  answer: (posted: Posted, nth: number) => number | null = () => 204,
): Promise<{ url: string; posts: Posted[]; close(): Promise<void> }> {
  const posts: Posted[] = [];
  const server: Server = createServer((request, response) => {
    const take = async (): Promise<void> => {
      const posted = { headers: request.headers, body: await text(request) };
      posts.push(posted);
      const status = answer(posted, posts.length);
      if (status !== null) response.writeHead(status).end();
    };
    void take();
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    posts,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
