import type { Queryable } from '@rapport/model/schema';

export interface UserRow {
  name: string;
  role: string;
  createdAt: Date;
  disabledAt: Date | null;
}

export async function listUsers(db: Queryable): Promise<UserRow[]> {
  const { rows } = await db.query<UserRow>(
    'select name, role, created_at as "createdAt", disabled_at as "disabledAt" from auth.users order by name',
  );
  return rows;
}
