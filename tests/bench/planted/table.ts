import { idleFactors } from '../../findings/planted-drivers.ts';
import { holds, type Held } from './programmes.ts';
import type { Tried } from './one-shop.ts';

/** Of 100 shops. */
const BARS = { found: 90, falseEffects: 10 };
const LEAST = { precision: 0.9, recall: 0.8 };

interface Bar {
  met: boolean;
  line: string;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function ofHeld(name: string, all: readonly Tried[]): Bar {
  const found = all.flatMap(({ held }) => held.filter((one) => one.name === name));
  const [inside, told] = [
    found.filter(holds).length,
    found.filter(({ verdict }) => verdict === 'EFFECT' || verdict === 'SUPPORTED').length,
  ];
  const isNull = found.every(({ truth }: Held) => truth === 0);
  const met = inside * 100 >= BARS.found * found.length && (!isNull || told * 100 <= BARS.falseEffects * found.length);
  return {
    met,
    line: `${name}: truth inside the 95 % interval ${inside} of ${found.length}; called an effect ${told}${isNull ? ', where there is none' : ''}`,
  };
}

function ofWords(language: 'zh' | 'en', all: readonly Tried[]): Bar {
  const said = all.map(({ words }) => words[language]).filter(({ wanted }) => wanted.length > 0);
  const found = said.filter(({ missed }) => missed.length === 0).length;
  return {
    met: found * 100 >= BARS.found * said.length,
    line: `(d) words of the batch, ${language}: every one in the top ten ${found} of ${said.length}; in ${all.length - said.length} fewer than three texts say any`,
  };
}

function ofFakes(all: readonly Tried[]): Bar[] {
  const each = all.map(({ fakes }) => ({ precision: fakes.right / fakes.flagged, recall: fakes.right / fakes.bought }));
  return (['precision', 'recall'] as const).map((what) => {
    const good = each.filter((one) => one[what] >= LEAST[what]).length;
    const mean = sum(each.map((one) => one[what] || 0)) / each.length;
    return {
      met: mean >= LEAST[what] && good * 100 >= BARS.found * all.length,
      line: `(e) ${what} at least ${LEAST[what]}: ${good} of ${all.length}; mean ${mean.toFixed(3)}`,
    };
  });
}

function ofDrivers(all: readonly Tried[]): Bar[] {
  const names = Object.keys(all[0]?.drivers.found ?? {});
  const planted = names.map((name) => {
    const times = all.filter(({ drivers }) => drivers.found[name]).length;
    return { met: times * 100 >= BARS.found * all.length, line: `driver ${name}: ${times} of ${all.length}` };
  });
  const idle = idleFactors.map((factor) => {
    const told = sum(all.map(({ drivers }) => drivers.idle.filter((one) => one.startsWith(`${factor},`)).length));
    const of = 3 * all.length;
    return {
      met: told * 100 <= BARS.falseEffects * of,
      line: `driver ${factor}, which does nothing: ${told} of ${of}`,
    };
  });
  return [...planted, ...idle];
}

/** Everything that was planted, of so many shops. */
export const barsOf = (all: readonly Tried[]): Bar[] => [
  ...[...new Set(all.flatMap(({ held }) => held.map(({ name }) => name)))].map((name) => ofHeld(name, all)),
  ...(['zh', 'en'] as const).map((language) => ofWords(language, all)),
  ...ofFakes(all),
  ...ofDrivers(all),
];
