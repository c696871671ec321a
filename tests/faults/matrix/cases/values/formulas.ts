import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { processEnvironment } from '../../../config.ts';
import type { Arena } from '../../arena/arena.ts';
import { Dice } from '../../arena/dice.ts';
import { expected, type FaultCase } from '../../fault-case.ts';
import { csvOf, type Row } from '../../shop/bazaar.ts';
import { mustLoad, prepared, wholeAndSteady } from '../tries.ts';

const formulas = [`=cmd|' /C calc'!A0`, '+1+cmd()', '-2+3', '@SUM(1)', '=HYPERLINK("http://x.test","y")', '\t=1+1'];

const review = (id: string, message: string, score = '5'): Row => ({
  id,
  order: 'o1',
  score,
  message,
  answered: '2024-03-05 08:00:00',
  changed: '2024-03-05 08:00:00',
});

/** A value that a spreadsheet would run is stored as it is, and made harmless where it leaves the house as CSV. */
async function formula(arena: Arena, seed: number): Promise<string[]> {
  const { house } = await prepared(arena, seed, { loaded: true });
  const chosen = new Dice(seed, 'formulas').shuffled(formulas);
  const bad = review(chosen[0] ?? '=', 'no score', 'x');
  const raw = csvOf('reviews', [bad]).split('\n')[1] ?? '';
  const rows = [...chosen.map((message, at) => review(`f${at}`, message)), bad];
  house.put('reviews-9.csv', csvOf('reviews', rows), {
    refused: [{ raw: Buffer.from(raw), reason: 'invalid_number', field: 'score' }],
  });
  await mustLoad(house);
  const rapport = join(import.meta.dirname, '../../../../../bin/rapport.ts');
  const out = join(house.delivery.home, 'export.csv');
  const env = { ...processEnvironment(), DATABASE_URL: house.url, RAPPORT_HOME: house.delivery.home };
  await promisify(execFile)(
    process.execPath,
    ['--import', './bin/register.mjs', rapport, 'quarantine', 'export', '--out', out],
    { env },
  );
  const [row] = parse<Record<string, string>>(readFileSync(out), { columns: true, bom: true });
  const [exported = ''] = [row?.['raw']];
  const found = /^[=+\-@\t\r]/.test(exported) ? [`the export begins with what a spreadsheet runs: ${exported}`] : [];
  return [
    ...found,
    ...expected('the exported record holds what was sent', exported.includes(raw.trim()), true),
    ...(await wholeAndSteady(house)),
  ];
}

export const formulaInjection: FaultCase = {
  group: 'values',
  name: 'formulas (=cmd(), +, -, @)',
  expects: 'stored as they are, harmless in an exported CSV',
  run: formula,
};
