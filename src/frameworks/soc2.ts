import type { Framework } from '../core/framework.ts';

const framework: Framework = {
  id: 'soc2',
  title: 'SOC 2, Trust Services Criteria',
  label: (control) => `SOC 2 ${control}`,
  controls: [
    { id: 'CC6.3', name: 'access follows roles and least privilege', answers: 'part', checks: ['rbac-wildcard'] },
    { id: 'CC6.6', name: 'the boundary is protected', answers: 'part', checks: ['networkpolicy-missing'] },
    { id: 'CC6.8', name: 'unwanted software is prevented', answers: 'part', checks: ['privileged-container'] },
    { id: 'CC8.1', name: 'changes are controlled', answers: 'part', checks: ['image-tag-latest'] },
    { id: 'A1.2', name: 'recovery and redundancy exist', answers: 'part', checks: ['service-account-missing'] },
  ],
};

export default framework;
