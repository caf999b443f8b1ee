import { describe, expect, it } from 'vitest';
import { exampleSink } from './pretty/example-report.ts';
import { exampleShop } from './pretty/example-shop.ts';
import { measure } from './pretty/layout.ts';
import pretty from './pretty.ts';

const by = { groupBy: 'resource', all: false } as const;

function printed(columns: number, color = false, links = false): string {
  const sink = exampleSink({ columns, color, links });
  pretty.write(exampleShop(), sink, by);
  return sink.text();
}

describe('pretty', () => {
  it('prints a report at 80 columns', () => {
    expect(printed(80)).toBe(at80);
  });

  it('prints a report at 140 columns, and no wider', () => {
    expect(printed(140)).toBe(at140);
    expect(printed(500)).toBe(at140);
  });

  it.each([50, 60, 80, 100, 140])('prints no line wider than %i columns, and none that ends in a space', (columns) => {
    const lines = printed(columns).split('\n');
    expect(lines.filter((line) => measure(line) > columns)).toEqual([]);
    expect(lines.filter((line) => line.endsWith(' '))).toEqual([]);
  });

  it('prints the same without its looks', () => {
    const escapes = new RegExp(String.raw`\u{1b}(?:\[\d+m|\]8;;[^\u{1b}]*\u{1b}\\)`, 'gu');
    expect(printed(80, true, true).replace(escapes, '')).toBe(at80);
  });

  it('colours and links a finding', () => {
    const lines = printed(80, true, true).split('\n').slice(0, 10);
    expect(lines.map((line) => line.replaceAll('\u001b', '␛'))).toEqual([
      '␛]8;;file:///folder%20of/shop/api.yaml␛\\␛[1mshop/api.yaml␛[22m␛]8;;␛\\',
      '  ␛[1mDeployment shop/api␛[22m                                        2 failed · 3 passed',
      '',
      '  ␛[1m␛[31mHIGH␛[39m␛[22m      ␛[1mContainer runs privileged␛[22m                       privileged-container',
      '            container "api" is given every capability and device of the node',
      '            ␛]8;;file:///folder%20of/shop/api.yaml␛\\shop/api.yaml:9:21␛]8;;␛\\',
      '              ␛[2m7 │␛[22m       image: registry.shop.example/api:3.8.1',
      '              ␛[2m8 │␛[22m       securityContext:',
      '              ␛[2m9 │␛[22m         privileged: true # perf would not attach without it; …',
      '              ␛[2m  │ ␛[22m                    ␛[1m␛[31m^^^^␛[39m␛[22m',
    ]);
  });

  it('writes the same bytes for equal reports', () => {
    expect(printed(80, true, true)).toBe(printed(80, true, true));
  });
});

const at80 = `shop/api.yaml
  Deployment shop/api                                        2 failed · 3 passed

  HIGH      Container runs privileged                       privileged-container
            container "api" is given every capability and device of the node
            shop/api.yaml:9:21
              7 │       image: registry.shop.example/api:3.8.1
              8 │       securityContext:
              9 │         privileged: true # perf would not attach without it; …
                │                     ^^^^
            also on Pod shop/api-5d8f7
            fix     Remove it, or add the one capability the process needs.
            PSS baseline · CIS 5.2.2 · NSA · T1611

  MEDIUM    Process can gain more privileges than it was started with
            allow-privilege-escalation
            container "api" may gain privileges (assuming no policy of the
            cluster forbids it)
            shop/api.yaml:8:7
              6 │     - name: api
              7 │       image: registry.shop.example/api:3.8.1
              8 │       securityContext:
                │       ^^^^^^^^^^^^^^^
                │ missing: securityContext.allowPrivilegeEscalation
            also    container "metrics"  shop/api.yaml:10:7
            fix     Set allowPrivilegeEscalation to false on every container.

shop/logs.yaml
  DaemonSet shop/logs               2 failed · 1 accepted · 1 unknown · 1 passed

  CRITICAL  Volume opens the socket of the container runtime
            container-runtime-socket
            volume "socket" opens the socket of the container runtime
            shop/logs.yaml:6:24
              4 │   volumes:
              5 │     - name: socket
              6 │       hostPath: {path: /run/containerd/containerd.sock}
                │                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            covers  host-path-volume
            fix     Remove the volume; read container data through the API of
                    Kubernetes, which asks who wants to know.

  accepted  host-pid: log lines are matched to the processes that wrote them,
            until 2099-12-31

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

const at140 = `shop/api.yaml
  Deployment shop/api                                                                                                    2 failed · 3 passed

  HIGH      Container runs privileged                                                                                   privileged-container
            container "api" is given every capability and device of the node
            shop/api.yaml:9:21
              7 │       image: registry.shop.example/api:3.8.1
              8 │       securityContext:
              9 │         privileged: true # perf would not attach without it; remove after the latency hunt
                │                     ^^^^
            also on Pod shop/api-5d8f7
            fix     Remove it, or add the one capability the process needs.
            PSS baseline · CIS 5.2.2 · NSA · T1611

  MEDIUM    Process can gain more privileges than it was started with                                             allow-privilege-escalation
            container "api" may gain privileges (assuming no policy of the cluster forbids it)
            shop/api.yaml:8:7
              6 │     - name: api
              7 │       image: registry.shop.example/api:3.8.1
              8 │       securityContext:
                │       ^^^^^^^^^^^^^^^ missing: securityContext.allowPrivilegeEscalation
            also    container "metrics"  shop/api.yaml:10:7
            fix     Set allowPrivilegeEscalation to false on every container.

shop/logs.yaml
  DaemonSet shop/logs                                                                           2 failed · 1 accepted · 1 unknown · 1 passed

  CRITICAL  Volume opens the socket of the container runtime                                                        container-runtime-socket
            volume "socket" opens the socket of the container runtime
            shop/logs.yaml:6:24
              4 │   volumes:
              5 │     - name: socket
              6 │       hostPath: {path: /run/containerd/containerd.sock}
                │                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            covers  host-path-volume
            fix     Remove the volume; read container data through the API of Kubernetes, which asks who wants to know.

  accepted  host-pid: log lines are matched to the processes that wrote them, until 2099-12-31

Unknown: the inputs do not settle these

  UNKNOWN   Namespace has no NetworkPolicy: no NetworkPolicy of "shop" is among the inputs (Namespace shop)
  UNKNOWN   Namespace has no NetworkPolicy: no NetworkPolicy of "shop-jobs" is among the inputs (Namespace shop-jobs)
            To settle: scan its folder too, or pass --complete

  UNKNOWN   ServiceAccount does not exist: no ServiceAccount "shop/logs" is among the inputs (DaemonSet shop/logs and 1 more)

About the input · 1 error · 1 warning · 1 note

  ERROR     shop/secret.yaml cannot be read: it may not be opened by this user                                              unreadable-input

  WARNING   Deployment shop/api is defined here again                                                                       duplicate-object
            shop/api.yaml:3:9
              1 │ kind: Deployment
              2 │ metadata:
              3 │   name: api
                │         ^^^
            see     shop/old.yaml:3:9

  NOTE      shop/chart is a Helm chart; nothing in it was judged                                                                 not-covered
            hint    render it and scan the output

────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
5 files · 14 objects · 4 workloads · 7 checks · Kubernetes 1.36
not judged: 5 Service, 2 ConfigMap
3 documents are no Kubernetes objects
23 verdicts: 5 failed · 1 accepted · 4 unknown · 12 passed · 1 not applicable
5 failed: 1 critical · 2 high · 2 medium
not everything was judged: 1 error above
Score 71 / 100

Worst: CRITICAL  Volume opens the socket of the container runtime, DaemonSet shop/logs, shop/logs.yaml:6:24
Next: seawall explain container-runtime-socket
`;
