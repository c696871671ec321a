import { useSearch } from '@tanstack/react-router';

import { AuditPart } from './AuditPart.tsx';
import { KeysPart } from './KeysPart.tsx';
import type { AdministrationSearch } from './search.ts';
import { UsersPart } from './UsersPart.tsx';

/** Who may do what here, and what was done: for operators. */
export default function AdministrationPage() {
  const { section }: AdministrationSearch = useSearch({ strict: false });
  if (section === 'keys') return <KeysPart />;
  if (section === 'audit') return <AuditPart />;
  return <UsersPart />;
}
