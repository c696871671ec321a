import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Finding {
  kind: 'name' | 'phone' | 'email' | 'unkeyed hash';
  found: string;
}

export interface Person {
  name: string;
  phone: string;
  email: string;
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
    const [header = '', ...lines] = readFileSync(join(shopDirectory, 'demo', 'customers.csv'), 'utf8')
      .trimEnd()
      .split('\n');
    const column = (name: string) => header.split(',').indexOf(name);
    const step = Math.max(1, Math.floor(lines.length / PEOPLE));
    // The last line is the customer that the loader must refuse: quarantine holds people too.
    for (const line of lines.filter((_, i) => i % step === 0 || i === lines.length - 1)) {
      const fields = line.split(',');
      const [name = '', phone = '', email = ''] = ['real_name', 'mobile', 'email'].map(
        (one) => fields[column(one)] ?? '',
      );
      this.add({ name, phone, email });
    }
  }

  get size(): number {
    return this.phones.size;
  }

  add(person: Person): void {
    this.names.add(asBytes(person.name));
    this.phones.add(person.phone);
    this.emails.add(person.email);
    for (const algorithm of ['md5', 'sha1', 'sha256'])
      this.hashes.add(createHash(algorithm).update(person.phone).digest('hex'));
  }

  inText(text: string): Finding[] {
    return this.inBytes(asBytes(text));
  }

  inBytes(bytes: string): Finding[] {
    const findings: Finding[] = [];
    const look = (pattern: RegExp, lengths: number[], step: number, known: Set<string>, kind: Finding['kind']) => {
      for (const [run] of bytes.matchAll(pattern)) {
        for (const length of lengths) {
          for (let at = 0; at + length <= run.length; at += step) {
            const found = run.slice(at, at + length);
            if (known.has(found)) findings.push({ kind, found: asText(found) });
          }
        }
      }
    };
    look(CHINESE, [3 * CHARACTER, 4 * CHARACTER], CHARACTER, this.names, 'name');
    look(DIGITS, [11], 1, this.phones, 'phone');
    look(HEX, [32, 40, 64], 1, this.hashes, 'unkeyed hash');
    for (const [mail] of bytes.matchAll(MAIL)) if (this.emails.has(mail)) findings.push({ kind: 'email', found: mail });
    return findings;
  }
}
