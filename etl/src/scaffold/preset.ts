import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { IngestError } from '../kit/errors/ingest-error.ts';
import { sourceLibrary } from '../sources/library.ts';
import type { ShopWishes } from './shop.ts';

/** Copies a shipped folder under a name and a shop of one's own. Whatever else it says stays as it is, comments too. */
export function copyPreset(preset: string, folder: string, wishes: ShopWishes): void {
  const name = basename(folder);
  const library = sourceLibrary();
  const form = library.shippedFolder(preset);
  if (form === null)
    throw new IngestError('new_source', {
      name,
      problem: `there is no preset "${preset}"`,
      remedy: `There are ${library.presetNames().join(', ')}; a shipped source can be copied too.`,
    });
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(form)) {
    const [from, to] = [join(form, file), join(folder, file)];
    if (file === 'source.yaml') writeFileSync(to, renamedYaml(readFileSync(from, 'utf8'), preset, name, wishes));
    else if (file.endsWith('.sql')) writeFileSync(to, renamedSql(readFileSync(from, 'utf8'), preset, name));
    else copyFileSync(from, to);
  }
}

const renamedSql = (text: string, preset: string, name: string): string =>
  text.replaceAll(`landing.${preset}__`, `landing.${name}__`);

/** Line by line, so that the comments of the form go along. */
function renamedYaml(text: string, preset: string, name: string, { shop = name, zone, currency }: ShopWishes): string {
  let isShop = false;
  const lines = text.split('\n').filter((line) => !line.startsWith('preset:'));
  return lines
    .map((line) => {
      if (/^\S/.test(line) && !line.startsWith('#')) isShop = line.startsWith('shop:');
      if (line === `name: ${preset}`) return `name: ${name}`;
      if (!isShop) return line;
      const [, key] = /^ {2}(code|title|zone|currency):/.exec(line) ?? [];
      if (key === 'code') return `  code: ${shop}`;
      if (key === 'title') return `  title: { en: ${shop}, zh: ${shop} } # CHECK: the names that pages show`;
      if (key === 'zone')
        return zone === undefined ? `${line.replace(/ #.*$/, '')} # CHECK: the shop's own` : `  zone: ${zone}`;
      if (key === 'currency')
        return currency === undefined
          ? `${line.replace(/ #.*$/, '')} # CHECK: the shop's own`
          : `  currency: ${currency}`;
      return line;
    })
    .join('\n');
}
