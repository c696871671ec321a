/**
 * Of `ops.report_subscriptions s`: whoever keeps it may still have one. An account that was closed, a key that is over, and a lead, who
 * sees no more than their scope, have nothing of the whole shop sent out any longer.
 */
export const isKept = `(exists (select from auth.users u where u.id = s.owner_id and u.disabled_at is null and u.role <> 'lead')
  or exists (select from auth.api_keys k where k.id = s.owner_id and k.revoked_at is null and (k.expires_at is null or k.expires_at > now()) and k.role <> 'lead'))`;

/** Shown where the report is listed. */
export const nobodyKeepsIt =
  'Whoever kept this report has no account here any longer, or sees a part of the shop only. An operator takes it over by saving it.';
