import type { PolicyCheck } from '../policy-check.ts';
import { forbidUnmaskedProc } from '../unmasked-proc.ts';

/** Containers must not see `/proc` unmasked, unless the pod has a user namespace of its own. */
export const procMount: PolicyCheck = {
  id: 'procMount',
  level: 'baseline',
  revisions: [
    { from: 0, evaluate: forbidUnmaskedProc },
    { from: 35, evaluate: (pod) => (pod.hasOwnUserNamespace ? undefined : forbidUnmaskedProc(pod)) },
  ],
};
