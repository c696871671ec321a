import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Finding {
  kind: 'name' | 'phone' | 'email' | 'unkeyed hash';
  found: string;
}

const PEOPLE = 1000;
// Any text that could be one of them, on bytes read as Latin-1: Chinese characters are three bytes each in UTF-8.
const CHINESE = /(?:[\xe4-\xe9][\x80-\xbf]{2}){3,}/g;
const DIGITS = /\d{11,}/g;
const MAIL = /[a-z]+\.[0-9a-z]+@example\.(?:com|net|org)/g;
const HEX = /[0-9a-f]{32,}/g;
const CHARACTER = 3;

const asBytes = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
const asText = (bytes: string) => Buffer.from(bytes, 'latin1').toString('utf8');

/** A thousand customers of a demo shop, evenly spread, and how to find them again in any bytes. */
export class KnownPeople {
  private readonly names = new Set<string>();
  private readonly phones = new Set<string>();
  private readonly emails = new Set<string>();
  private readonly hashes = new Set<string>();

  constructor(shopDirectory: string) {
    const [header = '', ...lines] = readFileSync(join(shopDirectory, 'customers.csv'), 'utf8').trimEnd().split('\n');
    const column = (name: string) => header.split(',').indexOf(name);
    const step = Math.max(1, Math.floor(lines.length / PEOPLE));
    // The last line is the customer that the loader must refuse: quarantine holds people too.
    for (const line of lines.filter((_, i) => i % step === 0 || i === lines.length - 1)) {
      const fields = line.split(',');
      const [name = '', phone = '', email = ''] = ['name', 'phone', 'email'].map((one) => fields[column(one)] ?? '');
      this.names.add(asBytes(name));
      this.phones.add(phone);
      this.emails.add(email);
      for (const algorithm of ['md5', 'sha1', 'sha256']) this.hashes.add(createHash(algorithm).update(phone).digest('hex'));
    }
  }

  get size(): number {
    return this.phones.size;
  }

  get example(): { name: string; phone: string; email: string } {
    const [[name = ''], [phone = ''], [email = '']] = [[...this.names], [...this.phones], [...this.emails]];
    return { name: asText(name), phone, email };
  }

  inText(text: string): Finding[] {
    return this.inBytes(asBytes(text));
  }

  inBytes(bytes: string): Finding[] {
    const findings: Finding[] = [];
    for (const [run] of bytes.matchAll(CHINESE)) {
      for (const length of [3 * CHARACTER, 4 * CHARACTER]) {
        for (let at = 0; at + length <= run.length; at += CHARACTER) {
          const name = run.slice(at, at + length);
          if (this.names.has(name)) findings.push({ kind: 'name', found: asText(name) });
        }
      }
    }
    for (const [run] of bytes.matchAll(DIGITS)) {
      for (let at = 0; at + 11 <= run.length; at++) {
        if (this.phones.has(run.slice(at, at + 11))) findings.push({ kind: 'phone', found: run.slice(at, at + 11) });
      }
    }
    for (const [mail] of bytes.matchAll(MAIL)) if (this.emails.has(mail)) findings.push({ kind: 'email', found: mail });
    for (const [run] of bytes.matchAll(HEX)) {
      for (const length of [32, 40, 64]) {
        for (let at = 0; at + length <= run.length; at++) {
          if (this.hashes.has(run.slice(at, at + length))) findings.push({ kind: 'unkeyed hash', found: run.slice(at, at + length) });
        }
      }
    }
    return findings;
  }
}
