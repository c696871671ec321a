import type { Command } from 'commander';
import { auditCommands } from './audit.ts';
import { keyCommands } from './keys.ts';
import { linkCommand } from './links.ts';
import { userCommands } from './users.ts';

export function accessCommands(program: Command): void {
  userCommands(program);
  linkCommand(program);
  keyCommands(program);
  auditCommands(program);
}
