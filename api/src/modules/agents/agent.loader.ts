import { codeKeyText, loadMany, loadOne, type CodeKey } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { readAgentsByCode, readAssessments } from './agent.reader.ts';
import type { Agent, Assessment } from './agent.type.ts';

export const agentByCode: LoaderOf<CodeKey, Agent | null> = ({ reads }) =>
  loadOne((keys: readonly CodeKey[]) => readAgentsByCode(reads, keys), codeKeyText, codeKeyText);

export const assessmentsOfAgent: LoaderOf<CodeKey, Assessment[]> = ({ reads }) =>
  loadMany(
    (keys: readonly CodeKey[]) => readAssessments(reads, keys),
    codeKeyText,
    ({ of }) => codeKeyText(of),
  );
