import { dayOf } from './calendar.ts';
import { Dice } from './dice.ts';
import { TRAINING } from '../truths.ts';

// The service desk: teams, people by number (never by name), their skill, and what each channel is promised.
export const TEAMS = ['presale', 'logistics', 'aftersale', 'complaints'] as const;
export type Team = (typeof TEAMS)[number];
const SIZE: Record<Team, number> = { presale: 12, logistics: 14, aftersale: 18, complaints: 8 };
const TEAM_NAMES: Record<Team, [zh: string, en: string]> = {
  presale: ['售前', 'Pre-sale'],
  logistics: ['物流', 'Logistics'],
  aftersale: ['售后', 'After-sale'],
  complaints: ['投诉', 'Complaints'],
};

export interface Agent {
  no: string;
  zh: string;
  en: string;
  team: Team | 'bot';
  hiredOn: number;
  skill: number; // moves the chance that a contact satisfies
  generous: number; // times the usual compensation: the standard is not clear to everybody
  trained: boolean; // (f)
}

function agentOf(seed: string, team: Team, no: number): Agent {
  const id = `KF${String(no).padStart(4, '0')}`;
  const dice = new Dice(seed, 'agent', id);
  const [zh, en] = TEAM_NAMES[team];
  return {
    no: id,
    zh: `${zh}${no}号`,
    en: `${en} ${no}`,
    team,
    hiredOn: dayOf('2024-10-01') - dice.between(30, 1200),
    skill: (dice.unit() - 0.5) * 0.16,
    generous: 0.5 + dice.unit() * 1.2,
    trained: team === 'aftersale' && no % 2 === 0,
  };
}

export class Desk {
  readonly agents: Agent[] = [];
  readonly bot: Agent = {
    no: 'BOT01',
    zh: '小助手',
    en: 'Assistant bot',
    team: 'bot',
    hiredOn: dayOf('2024-06-01'),
    skill: 0,
    generous: 1,
    trained: false,
  };
  private readonly teams = new Map<Team, Agent[]>();

  constructor(
    readonly seed: string,
    orders: number,
  ) {
    const times = Math.min(6, Math.max(1, orders / 40_000));
    for (const team of TEAMS) {
      this.teams.set(
        team,
        Array.from({ length: Math.round(SIZE[team] * times) }, () => this.hire(team)),
      );
    }
  }

  private hire(team: Team): Agent {
    const agent = agentOf(this.seed, team, this.agents.length + 1);
    this.agents.push(agent);
    return agent;
  }

  one(dice: Dice, team: Team): Agent {
    return dice.pick(this.teams.get(team) ?? []);
  }
}

export const trainedFrom = dayOf(TRAINING.from);

// What is promised per channel: seconds to the first answer and to the solution; business: the clock runs from 9 to 21 only.
export const POLICIES = [
  ['SLA-CHAT', 'chat', '在线咨询', 'Chat', 600, 86_400, false],
  ['SLA-PHONE', 'phone', '电话', 'Phone', 120, 86_400, false],
  ['SLA-MAIL', 'email', '邮件', 'E-mail', 28_800, 172_800, true],
  ['SLA-FORM', 'form', '留言', 'Contact form', 28_800, 172_800, true],
  ['SLA-SOCIAL', 'social', '社交媒体', 'Social media', 7200, 172_800, false],
  ['SLA-PLATFORM', 'platform', '平台工单', 'Platform ticket', 14_400, 259_200, false],
  ['SLA-12315', 'regulator', '监管投诉', 'Regulator complaint', 86_400, 604_800, true],
] as const;
export type Channel = (typeof POLICIES)[number][1];
export const DESK_HOURS = { opens: 9 * 3600, closes: 21 * 3600 } as const;
