import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { seconds } from '../../core/parameter.ts';
import { isInjectedToken } from '../../kubernetes/volume.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'projected-token-long-lived',
  on: workload,
  severity: 'low',
  parameters: { maximum: seconds(86_400) },
  title: 'Projected token lives longer than it needs to',
  why: 'A stolen token opens the API until it expires or its pod is gone.',
  advice: 'Set expirationSeconds to 3600.',
  messages: { long: 'the token of volume "{volume}" lives {seconds} seconds' },
  evaluate(judged, report, { parameters }) {
    for (const token of judged.projectedTokens) {
      if (token.expirationSeconds <= parameters.maximum || isInjectedToken(token)) continue;
      const data = { volume: token.volume, seconds: token.expirationSeconds };
      report.fail('long', token.at('expirationSeconds'), data);
    }
  },
  fix: {
    effect: 'safe',
    because: 'the kubelet renews the token before it expires',
    edits: (edit, finding) => edit.set(finding.at, 3600),
  },
});

function podWithToken(volume: string, fields: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      volumeMounts:
        - name: ${volume}
          mountPath: /var/run/secrets/tokens
  volumes:
    - name: ${volume}
      projected:
        sources:
          - configMap:
              name: trusted-authorities
          - serviceAccountToken:
              path: token${fields}
`;
}

export const examples: CheckExamples = {
  pass: [
    podWithToken('vault', ''),
    podWithToken('vault', '\n              expirationSeconds: null'),
    podWithToken('vault', '\n              expirationSeconds: 86400'),
    {
      yaml: podWithToken('vault', '\n              expirationSeconds: 604800'),
      parameters: { maximum: 604_800 },
    },
    {
      yaml: podWithToken('kube-api-access-x7k2p', '\n              expirationSeconds: 3607'),
      parameters: { maximum: 3600 },
    },
  ],
  fail: [
    {
      yaml: podWithToken('vault', '\n              expirationSeconds: 86401'),
      at: '20:34',
      message: 'the token of volume "vault" lives 86401 seconds',
      fixed: podWithToken('vault', '\n              expirationSeconds: 3600'),
    },
    {
      yaml: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: worker
spec:
  selector:
    matchLabels:
      app: worker
  template:
    metadata:
      labels:
        app: worker
    spec:
      containers:
        - name: worker
          image: registry.example/worker:2.8.0
      volumes:
        - name: mail
          projected:
            sources:
              - serviceAccountToken: {path: token, expirationSeconds: 604800, audience: mail} # a week
        - name: search
          projected:
            sources:
              - serviceAccountToken:
                  path: token
                  expirationSeconds: 86400
              - serviceAccountToken:
                  audience: search
                  expirationSeconds: 31536000
                  path: search-token
`,
      at: ['21:71', '30:38'],
      message: [
        'the token of volume "mail" lives 604800 seconds',
        'the token of volume "search" lives 31536000 seconds',
      ],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: worker
spec:
  selector:
    matchLabels:
      app: worker
  template:
    metadata:
      labels:
        app: worker
    spec:
      containers:
        - name: worker
          image: registry.example/worker:2.8.0
      volumes:
        - name: mail
          projected:
            sources:
              - serviceAccountToken: {path: token, expirationSeconds: 3600, audience: mail} # a week
        - name: search
          projected:
            sources:
              - serviceAccountToken:
                  path: token
                  expirationSeconds: 86400
              - serviceAccountToken:
                  audience: search
                  expirationSeconds: 3600
                  path: search-token
`,
    },
    {
      yaml: podWithToken('kube-api-access-x7k2p', '\n              expirationSeconds: 3608'),
      parameters: { maximum: 3600 },
      at: '20:34',
      message: 'the token of volume "kube-api-access-x7k2p" lives 3608 seconds',
      fixed: podWithToken('kube-api-access-x7k2p', '\n              expirationSeconds: 3600'),
    },
    {
      yaml: podWithToken('my-kube-api-access-x7k2p', '\n              expirationSeconds: 3607'),
      parameters: { maximum: 3600 },
      at: '20:34',
      message: 'the token of volume "my-kube-api-access-x7k2p" lives 3607 seconds',
      fixed: podWithToken('my-kube-api-access-x7k2p', '\n              expirationSeconds: 3600'),
    },
  ],
};
