export { Agent } from './agent.type.ts';
export { agentByCode } from './agent.loader.ts';
