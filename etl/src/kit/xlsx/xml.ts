import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';

export interface XmlHandlers {
  open?(tag: string, attributes: Record<string, string>): void;
  close?(tag: string): void;
  text?(text: string): void;
}

/** Follows a document as it comes. Prefixes of the namespace some writers put before every tag are left out. */
export class XmlReader {
  readonly #parser = new SaxesParser();
  readonly #decoder = new StringDecoder('utf8');

  constructor(handlers: XmlHandlers) {
    this.#parser.on('error', (error) => {
      throw error;
    });
    const { open, close, text } = handlers;
    if (open) this.#parser.on('opentag', ({ name, attributes }) => open(local(name), attributes));
    if (close) this.#parser.on('closetag', ({ name }) => close(local(name)));
    if (text) this.#parser.on('text', text);
  }

  write(bytes: Buffer): void {
    this.#parser.write(this.#decoder.write(bytes));
  }

  close(): void {
    this.#parser.write(this.#decoder.end());
    this.#parser.close();
  }
}

export async function readXml(chunks: AsyncIterable<Buffer> | Iterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  const reader = new XmlReader(handlers);
  for await (const chunk of chunks) reader.write(chunk);
  reader.close();
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
