import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { strings } from '../../core/parameter.ts';
import { defaultApiAudiences, isTokenMounted, mountedApiTokens } from '../../kubernetes/service-account-token.ts';
import { isInjectedToken } from '../../kubernetes/volume.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'projected-token-despite-opt-out',
  on: workload,
  severity: 'low',
  parameters: { apiAudiences: strings(...defaultApiAudiences) },
  reads: ['ServiceAccount'],
  title: 'Pod opts out of an API token and mounts one',
  why: 'The setting says that no token can be stolen from the pod, and a volume holds one all the same.',
  advice: 'Take the token out of the volume, or give it the audience of the service that it is meant for.',
  messages: { mounted: 'volume "{volume}" holds a token for the API server, although the pods opt out of theirs' },
  evaluate(judged, report, { parameters, inventory }) {
    const tokens = mountedApiTokens(judged, parameters.apiAudiences).filter((token) => !isInjectedToken(token));
    if (tokens.length === 0 || isTokenMounted(judged, inventory)) return;
    for (const token of tokens) report.fail('mounted', token.at(), { volume: token.volume });
  },
});

function podWith(token: string, { automount = 'false', volume = 'api' } = {}): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  automountServiceAccountToken: ${automount}
  containers:
    - name: web
      image: registry.example/web:1.4.2
      volumeMounts:
        - name: ${volume}
          mountPath: /var/run/secrets/api
  volumes:
    - name: ${volume}
      projected:
        sources:
          - serviceAccountToken: ${token}
`;
}

const account = `---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: default
  namespace: shop
automountServiceAccountToken: false
`;

const message = 'volume "api" holds a token for the API server, although the pods opt out of theirs';

export const examples: CheckExamples = {
  pass: [
    podWith('{path: token, audience: vault}'),
    podWith('{path: token}', { automount: 'true' }),
    podWith('{path: token, expirationSeconds: 3607}', { volume: 'kube-api-access-7xk2p' }),
    podWith('{path: token}').replace('name: api\n          mountPath', 'name: other\n          mountPath'),
    {
      yaml: podWith('{path: token, audience: kubernetes.default.svc}'),
      parameters: { apiAudiences: ['https://api.shop.example'] },
    },
  ],
  fail: [
    { yaml: podWith('{path: token}'), at: '18:34', message },
    { yaml: podWith('{path: token, audience: https://kubernetes.default.svc}'), at: '18:34', message },
    { yaml: podWith('{path: token}', { automount: 'null' }) + account, at: '18:34', message },
    {
      yaml: podWith('{path: token, audience: https://api.shop.example}'),
      parameters: { apiAudiences: ['https://api.shop.example'] },
      at: '18:34',
      message,
    },
  ],
};
