/** How a shop stands to its official account; a shop that never had one is `unbound`. */
export const bindingStatuses = ['unbound', 'bound', 'revoked'] as const;
export type BindingStatus = (typeof bindingStatuses)[number];

/** `bound` to itself is the same account with a new secret. */
const next: Record<BindingStatus, readonly BindingStatus[]> = {
  unbound: ['bound'],
  bound: ['bound', 'revoked'],
  revoked: ['bound'],
};

/** Whether a binding in `from` may become `to`. */
export const canBecome = (from: BindingStatus, to: BindingStatus): boolean => next[from].includes(to);
