const outcomes = ['expired', 'failed', 'no_role', 'unreachable'] as const;

/** How a try to sign in ended, as the server says in the address. */
export interface SignInSearch {
  link?: 'expired' | undefined;
  provider?: (typeof outcomes)[number] | undefined;
}

export const readSignInSearch = (raw: Record<string, unknown>): SignInSearch => ({
  link: raw['link'] === 'expired' ? 'expired' : undefined,
  provider: outcomes.find((outcome) => outcome === raw['provider']),
});
