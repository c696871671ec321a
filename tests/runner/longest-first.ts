import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { root } from './command.ts';

/** Where files take long, longest first: what begins last must not be what everybody waits for. A folder missing here costs time only. */
const LONG = [
  'tests/browser/',
  'tests/setup/',
  'tests/faults/matrix/',
  'tests/golden/',
  'tests/feeds/',
  'tests/backfill/',
  'tests/schedule/',
  'tests/privacy/',
  'tests/connect/',
  'tests/',
];

function rank({ moduleId }: TestSpecification): number {
  const path = relative(root, moduleId).replaceAll('\\', '/');
  const found = LONG.findIndex((folder) => path.startsWith(folder));
  return found === -1 ? LONG.length : found;
}

/** Left to itself vitest goes through the projects by name and through files by size; the longest tests stand in the shortest files. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
