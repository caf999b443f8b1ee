import type { Framework } from '../core/framework.ts';
import { execution, initialAccess } from './mitre/access-and-execution.ts';
import { discovery, impact, lateralMovement } from './mitre/discovery-and-impact.ts';
import { credentialAccess, defenceEvasion } from './mitre/evasion-and-credentials.ts';
import { persistence, privilegeEscalation } from './mitre/persistence-and-escalation.ts';

const framework: Framework = {
  id: 'mitre',
  name: 'MITRE',
  title: 'MITRE ATT&CK, Containers matrix',
  label: (control) => control,
  controls: [
    ...initialAccess,
    ...execution,
    ...persistence,
    ...privilegeEscalation,
    ...defenceEvasion,
    ...credentialAccess,
    ...discovery,
    ...lateralMovement,
    ...impact,
  ],
};

export default framework;
