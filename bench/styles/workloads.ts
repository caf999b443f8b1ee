import type { Random } from '../random.ts';
import type { Application } from './application.ts';
import { heading, selectorLabels } from './application.ts';
import { inventTraits, podSpec } from './pod.ts';
import type { Lines } from './yaml-lines.ts';
import { block, sequence } from './yaml-lines.ts';

/** A Deployment of `application`. */
export function deployment(application: Application, random: Random): Lines {
  return [
    ...heading(application, random, { apiVersion: 'apps/v1', kind: 'Deployment' }),
    ...block('spec', [
      `replicas: ${random.integer(1, 6)}`,
      'revisionHistoryLimit: 5',
      ...block('strategy', ['type: RollingUpdate', ...block('rollingUpdate', ['maxSurge: 25%', 'maxUnavailable: 0'])]),
      ...block('selector', block('matchLabels', selectorLabels(application))),
      ...podTemplate(application, random, 'Always'),
    ]),
  ];
}

/** A StatefulSet of `application` with one volume claim. */
export function statefulSet(application: Application, random: Random): Lines {
  return [
    ...heading(application, random, { apiVersion: 'apps/v1', kind: 'StatefulSet' }),
    ...block('spec', [
      `serviceName: ${application.name}`,
      `replicas: ${random.pick([1, 3, 5])}`,
      'podManagementPolicy: Parallel',
      ...block('selector', block('matchLabels', selectorLabels(application))),
      ...podTemplate(application, random, 'Always'),
      ...sequence('volumeClaimTemplates', [volumeClaim(random)], application.compact),
    ]),
  ];
}

/** A CronJob of `application`. */
export function cronJob(application: Application, random: Random): Lines {
  return [
    ...heading(application, random, { apiVersion: 'batch/v1', kind: 'CronJob' }),
    ...block('spec', [
      `schedule: "${random.integer(0, 59)} ${random.integer(0, 23)} * * *" # in UTC`,
      'concurrencyPolicy: Forbid',
      'successfulJobsHistoryLimit: 2',
      ...block(
        'jobTemplate',
        block('spec', [
          `backoffLimit: ${random.integer(0, 6)}`,
          'activeDeadlineSeconds: 3600',
          ...podTemplate(application, random, 'OnFailure'),
        ]),
      ),
    ]),
  ];
}

function podTemplate(application: Application, random: Random, restartPolicy: 'Always' | 'OnFailure'): Lines {
  return block('template', [
    ...block('metadata', [
      ...block('labels', [...selectorLabels(application), `app.kubernetes.io/component: ${application.component}`]),
      ...block('annotations', [`checksum/settings: ${random.hexadecimal(64)}`, 'prometheus.io/scrape: "true"']),
    ]),
    ...block('spec', podSpec(application, random, inventTraits(random), restartPolicy)),
  ]);
}

function volumeClaim(random: Random): Lines {
  return [
    ...block('metadata', ['name: data']),
    ...block('spec', [
      'accessModes: ["ReadWriteOnce"]',
      'storageClassName: fast',
      ...block('resources', block('requests', [`storage: ${random.integer(1, 200)}Gi`])),
    ]),
  ];
}
