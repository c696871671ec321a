import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkSource, listSources } from '@rapport/etl';
import { PresetHouses } from './house.ts';

const houses = new PresetHouses();
const { presets } = listSources();

it('there are presets for the exports people have', () => {
  expect(presets).toEqual(['aftership', 'jd_reviews', 'shopify', 'taobao', 'tmall', 'zendesk']);
});

it('every preset is sound under a shop of its own, and says where its columns were verified', async () => {
  const house = await houses.open();
  const told: [string, boolean][] = [];
  for (const preset of [...presets, 'olist']) {
    const source = await houses.copy(preset, `my_${preset}`);
    const found = await checkSource({ databaseUrl: house.url, source });
    expect([found.shop, found.unused, found.marks.filter(({ kind }) => kind === 'decide')]).toMatchObject([
      'mine',
      expect.anything(),
      [],
    ]);
    const yaml = readFileSync(join(houses.sources, source, 'source.yaml'), 'utf8');
    told.push([preset, /^#.*verified/m.test(yaml)]);
    expect(yaml).toContain('zone: Asia/Shanghai');
    expect(yaml).not.toMatch(/^preset:/m);
  }
  expect(told).toEqual([...presets, 'olist'].map((preset) => [preset, true]));
});

it('a preset itself is not loaded, its copy is listed, and nothing is written over', async () => {
  await houses.copy('shopify', 'mystore');
  const { sources } = listSources();
  expect(sources.map(({ name }) => name)).toContain('mystore');
  expect(sources.map(({ name }) => name)).not.toContain('shopify');
  await expect(houses.copy('shopify', 'mystore')).rejects.toThrow(
    'the folder is there already, and nothing is written over',
  );
  await expect(houses.copy('shopify', 'olist')).rejects.toThrow('a source shipped with Rapport has that name');
  await expect(houses.copy('ebay', 'mine')).rejects.toThrow('there is no preset "ebay". There are aftership');
  await expect(houses.copy('shopify', 'My Store')).rejects.toThrow('the name cannot be used');
});
