import type { Queryable } from '@rapport/model/schema';
import { assessmentKinds } from '@rapport/model/vocabulary';
import { Conditions } from '../../platform/database/conditions.ts';
import { codeKeyArrays, listOf, type CodeKey } from '../../platform/database/loaders.ts';
import { labelled, labelOf } from '../../platform/graphql/code.type.ts';
import { knownValue } from '../dimensions/index.ts';
import type { Agent, Assessment } from './agent.type.ts';

const columns = `g.shop, g.code, g.label_en as "labelEn", g.label_zh as "labelZh", g.team, coalesce(g.is_bot, false) as "isBot", g.hired_on as "hiredOn"`;

interface AgentRow extends Omit<Agent, 'label' | 'team'> {
  labelEn: string | null;
  labelZh: string | null;
  team: string | null;
}

const toAgent = ({ labelEn, labelZh, team, ...agent }: AgentRow): Agent => ({
  ...agent,
  label: labelOf(agent.code, labelEn, labelZh),
  team: knownValue('TEAM', team),
});

export interface AgentsWanted {
  shop?: string | null;
  team?: string | null;
}

export async function readAgents(db: Queryable, { shop, team }: AgentsWanted): Promise<Agent[]> {
  const conditions = new Conditions()
    .given(shop, (code) => `g.shop = ${code}`)
    .given(team, (code) => `g.team = ${code}`);
  const { rows } = await db.query<AgentRow>(
    `/* agents */ select ${columns} from core.agents g where ${conditions.sql} order by g.shop, g.team, g.code`,
    conditions.values,
  );
  return rows.map(toAgent);
}

export async function readAgentsByCode(db: Queryable, keys: readonly CodeKey[]): Promise<Agent[]> {
  const { rows } = await db.query<AgentRow>(
    `/* agents by code */ select ${columns} from ${listOf('text', 'text')} as k(shop, code) join core.agents g on g.shop = k.shop and g.code = k.code`,
    codeKeyArrays(keys),
  );
  return rows.map(toAgent);
}

interface AssessmentRow extends Omit<Assessment, 'kind' | 'topic'> {
  shop: string;
  code: string;
  kind: string;
  topic: string | null;
}

export async function readAssessments(
  db: Queryable,
  keys: readonly CodeKey[],
): Promise<(Assessment & { of: CodeKey })[]> {
  const { rows } = await db.query<AssessmentRow>(
    `/* assessments of agents */ select a.id, a.shop, a.agent_code as code, a.kind, a.topic, a.score, a.happened_on as "happenedOn"
     from ${listOf('text', 'text')} as k(shop, code)
     join core.assessments a on a.shop = k.shop and a.agent_code = k.code and a.deleted_at is null order by a.happened_on, a.id`,
    codeKeyArrays(keys),
  );
  return rows.map(({ shop, code, kind, topic, ...assessment }) => ({
    ...assessment,
    of: { shop, code },
    kind: labelled(assessmentKinds, kind),
    topic: knownValue('TOPIC', topic),
  }));
}
