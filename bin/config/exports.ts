import { join, resolve } from 'node:path';
import { z } from 'zod';

const whole = (what: string, least: number) =>
  z.coerce
    .number(`must be a whole number of ${what}`)
    .int(`must be a whole number of ${what}`)
    .min(least, `must be a whole number of ${what}`);

/** What questions may be written into files, and where. */
export const exportVariables = {
  RAPPORT_EXPORTS: z.string().min(1).optional(),
  RAPPORT_EXPORTS_AT_ONCE: whole('exports', 1).default(2),
  RAPPORT_EXPORT_HOURS: whole('hours', 1).default(24),
  RAPPORT_EXPORT_MB: whole('megabytes', 1).default(2000),
  RAPPORT_EXPORT_COST_PER_HOUR: whole('points', 1).default(20_000_000),
};

const variables = z.object(exportVariables);

export interface ExportChoice {
  directory: string;
  /** By one server. */
  atOnce: number;
  /** Until a file is removed. */
  hours: number;
  /** Megabytes of a file. */
  mostMb: number;
  /** Points of cost, each principal. */
  costPerHour: number;
}

export const exportsOf = (values: z.output<typeof variables>, home: string, root: string): ExportChoice => ({
  directory: values.RAPPORT_EXPORTS ? resolve(root, values.RAPPORT_EXPORTS) : join(home, 'exports'),
  atOnce: values.RAPPORT_EXPORTS_AT_ONCE,
  hours: values.RAPPORT_EXPORT_HOURS,
  mostMb: values.RAPPORT_EXPORT_MB,
  costPerHour: values.RAPPORT_EXPORT_COST_PER_HOUR,
});
