import { describe, expect, it } from 'vitest';
import pretty from '../pretty.ts';
import { exampleCheck, exampleFinding, exampleReport, exampleSink, exampleSubject } from './example-report.ts';
import { exampleShop } from './example-shop.ts';

describe('by check', () => {
  it('prints the checks, worst first, each with its places', () => {
    const sink = exampleSink();
    pretty.write(exampleShop(), sink, { groupBy: 'check', all: false });
    expect(sink.text()).toBe(expected);
  });

  it('quotes the first place only, and labels a place whose severity differs', () => {
    const api = { kind: 'Pod', namespace: 'shop', name: 'api' };
    const web = { kind: 'Pod', namespace: 'shop', name: 'web' };
    const report = exampleReport({
      checks: [exampleCheck('a', 'medium')],
      subjects: [
        exampleSubject(api, 'a.yaml', [exampleFinding(api, 'a', 'low', 'a.yaml:1:1-2', { missing: 'spec' })]),
        exampleSubject(web, 'a.yaml', [exampleFinding(web, 'a', 'high', 'a.yaml:2:1-2', { missing: 'spec' })]),
      ],
      files: { 'a.yaml': 'a: 1\nb: 2\n' },
    });
    const sink = exampleSink();
    pretty.write(report, sink, { groupBy: 'check', all: false });
    expect(sink.text().split('\n').slice(0, 16)).toEqual([
      `  HIGH      Title of a${' '.repeat(57)}a`,
      '            Why.',
      '            fix     Advice.',
      '',
      '            Pod shop/web',
      '            is wrong',
      '            a.yaml:2:1',
      '              1 │ a: 1',
      '              2 │ b: 2',
      '                │ ^ missing: spec',
      '',
      '  LOW       Pod shop/api',
      '            is wrong',
      '            a.yaml:1:1',
      '            missing: spec',
      '',
    ]);
  });
});

const expected = `  CRITICAL  Volume opens the socket of the container runtime
            container-runtime-socket
            Whoever reaches the socket owns the node.
            fix     Remove the volume; read container data through the API of
                    Kubernetes, which asks who wants to know.

            DaemonSet shop/logs
            volume "socket" opens the socket of the container runtime
            shop/logs.yaml:6:24
              4 │   volumes:
              5 │     - name: socket
              6 │       hostPath: {path: /run/containerd/containerd.sock}
                │                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            covers  host-path-volume

  HIGH      Container runs privileged                       privileged-container
            Whoever takes over the process has every capability and device of
            the node.
            fix     Remove it, or add the one capability the process needs.
            PSS baseline · CIS 5.2.2 · NSA · T1611

            Deployment shop/api
            container "api" is given every capability and device of the node
            shop/api.yaml:9:21
              7 │       image: registry.shop.example/api:3.8.1
              8 │       securityContext:
              9 │         privileged: true # perf would not attach without it; …
                │                     ^^^^
            also on Pod shop/api-5d8f7

  MEDIUM    Process can gain more privileges than it was started with
            allow-privilege-escalation
            A set-user-ID program turns an ordinary user into root.
            fix     Set allowPrivilegeEscalation to false on every container.

            Deployment shop/api
            container "api" may gain privileges (assuming no policy of the
            cluster forbids it)
            shop/api.yaml:8:7
              6 │     - name: api
              7 │       image: registry.shop.example/api:3.8.1
              8 │       securityContext:
                │       ^^^^^^^^^^^^^^^
                │ missing: securityContext.allowPrivilegeEscalation
            also    container "metrics"  shop/api.yaml:10:7

            Pod shares the process table of its node                    host-pid
  accepted  DaemonSet shop/logs: log lines are matched to the processes that
            wrote them, until 2099-12-31

Unknown: the inputs do not settle these

  UNKNOWN   Namespace has no NetworkPolicy: no NetworkPolicy of "shop" is among
            the inputs (Namespace shop)
  UNKNOWN   Namespace has no NetworkPolicy: no NetworkPolicy of "shop-jobs" is
            among the inputs (Namespace shop-jobs)
            To settle: scan its folder too, or pass --complete

  UNKNOWN   ServiceAccount does not exist: no ServiceAccount "shop/logs" is
            among the inputs (DaemonSet shop/logs and 1 more)

About the input · 1 error · 1 warning · 1 note

  ERROR     shop/secret.yaml cannot be read: it may not be opened by this user
            unreadable-input

  WARNING   Deployment shop/api is defined here again           duplicate-object
            shop/api.yaml:3:9
              1 │ kind: Deployment
              2 │ metadata:
              3 │   name: api
                │         ^^^
            see     shop/old.yaml:3:9

  NOTE      shop/chart is a Helm chart; nothing in it was judged     not-covered
            hint    render it and scan the output

────────────────────────────────────────────────────────────────────────────────
5 files · 14 objects · 4 workloads · 7 checks · Kubernetes 1.36
not judged: 5 Service, 2 ConfigMap
3 documents are no Kubernetes objects
23 verdicts: 5 failed · 1 accepted · 4 unknown · 12 passed · 1 not applicable
5 failed: 1 critical · 2 high · 2 medium
not everything was judged: 1 error above
Score 71 / 100

Worst: CRITICAL  Volume opens the socket of the container runtime, DaemonSet
                 shop/logs, shop/logs.yaml:6:24
Next: seawall explain container-runtime-socket
`;
