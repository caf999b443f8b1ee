import type { PolicyCheck } from '../policy-check.ts';
import { forbidUnmaskedProc } from '../unmasked-proc.ts';

/** Containers must not see `/proc` unmasked, whatever the user namespace. */
export const procMountRestricted: PolicyCheck = {
  id: 'procMount_restricted',
  level: 'restricted',
  revisions: [{ from: 35, overrides: ['procMount'], evaluate: forbidUnmaskedProc }],
};
