import { lookup } from 'node:dns';
import { request as overHttp, type IncomingMessage } from 'node:http';
import { request as overHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const PATIENCE_MS = 10_000;
/** Of an answer; what says more is no receiver of ours. */
const LONGEST_ANSWER = 64 * 1024;

/**
 * Where no receiver is, and where clouds hand a machine's own keys to whoever asks from it: link-local (AWS, Azure, Google, Tencent), and
 * Alibaba's and Amazon's that are not. A desk on this machine or in this network is fine: who writes alerts.yaml runs it.
 */
const nowhere = new BlockList();
nowhere.addSubnet('0.0.0.0', 8, 'ipv4');
nowhere.addSubnet('169.254.0.0', 16, 'ipv4');
nowhere.addAddress('100.100.100.200', 'ipv4');
nowhere.addSubnet('224.0.0.0', 3, 'ipv4');
nowhere.addAddress('::', 'ipv6');
nowhere.addSubnet('fe80::', 10, 'ipv6');
nowhere.addSubnet('ff00::', 8, 'ipv6');
nowhere.addAddress('fd00:ec2::254', 'ipv6');
nowhere.addSubnet('64:ff9b::', 96, 'ipv6');

const isNowhere = (address: string): boolean =>
  isIP(address) === 0 || nowhere.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

const refused = (): Error => new Error('it leads to an address where no receiver may be');

type Resolve = typeof lookup;

/** Looked at when the connection is made: a name that is asked twice may say two things. */
const checkedLookup =
  (resolve: Resolve): LookupFunction =>
  (host, options, done) =>
    resolve(host, { ...options, all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error || !first) return done(error ?? refused(), [], 0);
      if (found.some(({ address }) => isNowhere(address))) return done(refused(), [], 0);
      return options.all ? done(null, found) : done(null, first.address, first.family);
    });

async function read(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    parts.push(part);
    bytes += part.length;
    if (bytes > LONGEST_ANSWER) break;
  }
  return Buffer.concat(parts).toString('utf8');
}

/** POSTs a body where it was meant to go and nowhere else: no redirect is followed. */
export async function post(
  url: string,
  { headers, body }: { headers: Record<string, string>; body: string },
  resolve: Resolve = lookup,
): Promise<{ status: number; text: string }> {
  const to = new URL(url);
  const host = to.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && isNowhere(host)) throw refused();
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const settings = { method: 'POST', headers, agent: false, signal, lookup: checkedLookup(resolve) } as const;
  const answer = await new Promise<IncomingMessage>((answered, failed) => {
    (to.protocol === 'https:' ? overHttps : overHttp)(to, settings, answered).on('error', failed).end(body);
  });
  return { status: answer.statusCode ?? 0, text: await read(answer) };
}

export const isTaken = ({ status }: { status: number }): boolean => status >= 200 && status < 300;
