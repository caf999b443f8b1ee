import type { Framework } from '../core/framework.ts';
import { authenticationAndAuthorization } from './nsa/access.ts';
import { auditLoggingAndDetection, patchesAndUpkeep } from './nsa/logs-and-upkeep.ts';
import { networkSeparationAndHardening } from './nsa/network-separation.ts';
import { podSecurity } from './nsa/pod-security.ts';

const framework: Framework = {
  id: 'nsa',
  name: 'NSA',
  title: 'NSA and CISA Kubernetes Hardening Guidance 1.2',
  label: () => 'NSA',
  controls: [
    ...podSecurity,
    ...networkSeparationAndHardening,
    ...authenticationAndAuthorization,
    ...auditLoggingAndDetection,
    ...patchesAndUpkeep,
  ],
};

export default framework;
