import { dayText } from '../world/calendar.ts';
import { POLICIES, trainedFrom } from '../world/desk.ts';
import { Dice } from '../world/dice.ts';
import { TRAINING } from '../truths.ts';
import { CATEGORY_WORDS, LIST, VIA_WORDS } from './helpdesk-words.ts';
import type { Writer } from './writer.ts';

// Beside the one course that changes anything (f), every team learns its own trade.
const TAUGHT = {
  presale: 'advice',
  logistics: 'where_is_my_order',
  aftersale: 'refund',
  complaints: 'attitude',
} as const;

/** Agents, what they learnt, how their work was judged, and what each channel is promised. */
export function writeDeskReference(to: Writer): void {
  const { desk, season } = to.shop;
  const agents = to.open({ ...LIST, name: 'demo_helpdesk/agents.json' });
  const checks = to.open({ ...LIST, name: 'demo_helpdesk/assessments.json' });
  let no = 0;
  const check = (agent: string, type: string, subject: string, mark: number | null, day: number) => {
    if (day < season.first || day > season.last) return;
    checks.write(
      JSON.stringify({ id: `QA${String(++no).padStart(6, '0')}`, agent, type, subject, mark, date: dayText(day) }),
    );
    to.counts.row('assessments', { kind: type });
  };
  for (const agent of [...desk.agents, desk.bot]) {
    const { no: code, zh, en, team, hiredOn } = agent;
    agents.write(
      JSON.stringify({
        agent: code,
        nick: zh,
        nick_en: en,
        group: team,
        joined: dayText(hiredOn),
        robot: team === 'bot',
      }),
    );
    if (team === 'bot') continue;
    const dice = new Dice(to.shop.seed, 'qa', code);
    for (let n = dice.between(1, 2); n > 0; n--)
      check(code, 'COURSE', CATEGORY_WORDS[TAUGHT[team]], dice.between(70, 100), season.first + dice.between(0, 700));
    if (agent.trained) check(code, 'COURSE', CATEGORY_WORDS[TRAINING.topic], null, trainedFrom - 3);
    for (let day = season.first + dice.between(0, 40); day <= season.last; day += dice.between(20, 45)) {
      const better = agent.trained && day >= trainedFrom ? 8 : 0;
      const mark = Math.min(100, Math.round(74 + agent.skill * 120 + better + dice.bell() * 7));
      check(
        code,
        'SPOT_CHECK',
        CATEGORY_WORDS[team === 'aftersale' ? TRAINING.topic : team === 'presale' ? 'advice' : 'where_is_my_order'],
        mark,
        day,
      );
    }
  }
  const policies = to.open({ ...LIST, name: 'demo_helpdesk/policies.json' });
  for (const [policy, channel, zh, en, reply, solve, business] of POLICIES)
    policies.write(
      JSON.stringify({
        policy,
        name: zh,
        name_en: en,
        via: VIA_WORDS[channel],
        reply_s: reply,
        solve_s: solve,
        clock: business ? 'BUSINESS' : 'NATURAL',
        open: '09:00',
        close: '21:00',
      }),
    );
}
