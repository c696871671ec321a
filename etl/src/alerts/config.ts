import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { alertKinds } from '@rapport/model/vocabulary';

/** A mistake in alerts.yaml or in the environment; what stands there may be a secret, so it is never repeated. */
export class AlertConfigError extends Error {
  override readonly name = 'AlertConfigError';
}

const UNITS = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
const duration = z
  .string()
  .regex(/^\d+ (seconds?|minutes?|hours?|days?)$/, 'such as "30 minutes" or "1 day"')
  .transform((text) => {
    const [count = '0', unit = 'minute'] = text.split(' ');
    return Number(count) * UNITS[unit.replace(/s$/, '') as keyof typeof UNITS];
  });

const address = z.url({ protocol: /^https?$/, error: 'must be a http:// or https:// address' });

const webhook = z.strictObject({
  url: address,
  /** Signs each request, so that the receiver knows who sent it. */
  secret: z.string().min(16, 'at least 16 characters').optional(),
});
const email = z.strictObject({
  smtp: z.url({ protocol: /^smtps?$/, error: 'must be a smtp:// or smtps:// address' }),
  from: z.string().min(3),
  to: z.union([
    z
      .string()
      .min(3)
      .transform((one) => [one]),
    z.array(z.string().min(3)).min(1),
  ]),
});

/** The address holds the robot's key; it signs nothing. */
const wecom = z.strictObject({ url: address });
/** With the secret of its security setting 签名校验 / 加签. */
const signingRobot = z.strictObject({ url: address, secret: z.string().min(1).optional() });

const ways = ['webhook', 'email', 'wecom', 'feishu', 'dingtalk'] as const;
const channel = z
  .strictObject({
    webhook: webhook.optional(),
    email: email.optional(),
    wecom: wecom.optional(),
    feishu: signingRobot.optional(),
    dingtalk: signingRobot.optional(),
    /** Only these; without it all. */
    kinds: z.array(z.enum(Object.keys(alertKinds) as [keyof typeof alertKinds])).optional(),
    atLeast: z.enum(['warning', 'critical']).default('warning'),
    language: z.enum(['en', 'zh', 'both']).default('both'),
  })
  .refine((one) => ways.filter((way) => one[way] !== undefined).length === 1, `exactly one of ${ways.join(', ')}`);

const file = z.strictObject({
  channels: z
    .record(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and -'), channel)
    .default({}),
  /** Told again while it lasts and nobody has acknowledged it; without it once. */
  remindEvery: duration.optional(),
  /** A window still open so long after it was due is late. */
  lateAfter: duration.default(30 * UNITS.minute),
  /** Refused rows of a feed's last load are told from this share and this number on. */
  refused: z
    .strictObject({ share: z.number().gt(0).max(1).default(0.05), rows: z.number().int().min(1).default(10) })
    .default({ share: 0.05, rows: 10 }),
});

const environment = z.object({
  RAPPORT_ALERTS: z.string().min(1).optional(),
  RAPPORT_ALERT_WEBHOOK: z.string().min(1).optional(),
  RAPPORT_ALERT_WEBHOOK_SECRET: z.string().min(1).optional(),
  RAPPORT_ALERT_SMTP: z.string().min(1).optional(),
  RAPPORT_ALERT_FROM: z.string().min(1).default('Rapport <rapport@localhost>'),
  RAPPORT_ALERT_TO: z.string().min(1).optional(),
});

export type Channel = z.infer<typeof channel>;
export type AlertConfig = z.infer<typeof file>;

/** alerts.yaml of the home (or RAPPORT_ALERTS), and the channels named by the environment. */
export function readAlertConfig(home: string, env: Record<string, string | undefined> = process.env): AlertConfig {
  const given = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (!given.success) throw mistake('the environment', given.error);
  const path = given.data.RAPPORT_ALERTS ?? join(home, 'alerts.yaml');
  const declared = readYaml(path, given.data.RAPPORT_ALERTS !== undefined);
  const channels = { ...ofEnvironment(given.data), ...declared['channels'] };
  const parsed = file.safeParse({ ...declared, channels });
  if (!parsed.success) throw mistake(basename(path), parsed.error);
  return parsed.data;
}

function ofEnvironment(env: z.infer<typeof environment>): Record<string, unknown> {
  const { RAPPORT_ALERT_WEBHOOK: url, RAPPORT_ALERT_WEBHOOK_SECRET: secret, RAPPORT_ALERT_SMTP: smtp } = env;
  const to = env.RAPPORT_ALERT_TO?.split(',').map((one) => one.trim());
  return {
    ...(url === undefined ? {} : { webhook: { webhook: { url, ...(secret === undefined ? {} : { secret }) } } }),
    ...(smtp === undefined ? {} : { email: { email: { smtp, from: env.RAPPORT_ALERT_FROM, to: to ?? [] } } }),
  };
}

function readYaml(path: string, must: boolean): Record<string, object> {
  if (!existsSync(path)) {
    if (must) throw new AlertConfigError(`RAPPORT_ALERTS names ${basename(path)}, which is not there.`);
    return {};
  }
  try {
    return (parse(readFileSync(path, 'utf8')) ?? {}) as Record<string, object>;
  } catch (error) {
    const [problem] = (error as Error).message.split('\n');
    throw new AlertConfigError(`${basename(path)} is no YAML: ${problem}`);
  }
}

function mistake(where: string, { issues }: z.ZodError): AlertConfigError {
  const lines = issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`);
  return new AlertConfigError(`${where} cannot be used: ${lines.join('; ')}. See "Alerts" in docs/operations.`);
}
