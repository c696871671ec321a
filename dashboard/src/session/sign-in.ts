/** Which ways in there are, beside a one-time link. */
export interface Ways {
  password: boolean;
  /** What the identity provider is called; null: there is none. */
  provider: string | null;
}

export const PROVIDER_PATH = '/sign-in/provider';

export async function readWays(): Promise<Ways> {
  const response = await fetch('/sign-in/ways', { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return (await response.json()) as Ways;
}

export type Outcome = 'in' | 'wrong' | 'throttled' | 'failed';

/** The session comes as a cookie no script can read. */
export async function signInWith(account: string, password: string): Promise<Outcome> {
  try {
    const { status } = await fetch('/sign-in', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'x-rapport-client': 'dashboard' },
      body: JSON.stringify({ account, password }),
    });
    if (status === 204) return 'in';
    if (status === 429) return 'throttled';
    return status === 401 ? 'wrong' : 'failed';
  } catch {
    return 'failed';
  }
}
