import { describe, expect, it } from 'vitest';
import { UnknownValue } from '../../core/unknown-value.ts';
import { pod } from './pod.ts';
import { podLevelResources } from './pod-resources.ts';
import { mappingOf } from './rule.ts';

const target = { targetVersion: { major: 1, minor: 36 } };

function requesting(requests: object, more: object = {}): object {
  return { resources: { requests }, ...more };
}

function resourcesOf(spec: object): unknown {
  return mappingOf(podLevelResources(spec, target))['resources'];
}

describe('podLevelResources', () => {
  it('asks for what the containers ask for together', () => {
    const containers = [requesting({ cpu: '500m', memory: '1Gi' }), requesting({ cpu: '0.75', gpu: '1' })];
    expect(resourcesOf({ resources: { limits: { cpu: '4' } }, containers })).toEqual({
      limits: { cpu: '4' },
      requests: { cpu: '1250m', memory: '1Gi' },
    });
  });

  it('asks for the limit where no container asks', () => {
    const limits = { cpu: '4', memory: '2Gi', 'hugepages-2Mi': '4Mi', gpu: '1' };
    expect(resourcesOf({ resources: { limits, requests: { cpu: '1' } } })).toEqual({
      limits,
      requests: { cpu: '1', memory: '2Gi', 'hugepages-2Mi': '4Mi' },
    });
  });

  it('counts init containers one by one beside the sidecars before them', () => {
    const spec = {
      resources: { limits: { cpu: '9' } },
      containers: [requesting({ cpu: '1' })],
      initContainers: [
        requesting({ cpu: '2' }),
        requesting({ cpu: '1' }, { restartPolicy: 'Always' }),
        requesting({ cpu: '3' }),
        requesting({ cpu: '1' }, { restartPolicy: 'Always' }),
      ],
    };
    expect(resourcesOf(spec)).toMatchObject({ requests: { cpu: '4' } });
    const running = { ...spec, containers: [requesting({ cpu: '2500m' })] };
    expect(resourcesOf(running)).toMatchObject({ requests: { cpu: '4500m' } });
  });

  it('is limited to the huge pages of the containers', () => {
    const containers = [{ resources: { limits: { 'hugepages-2Mi': '2Mi', cpu: '1' } } }];
    expect(resourcesOf({ resources: { requests: { cpu: '1' } }, containers })).toEqual({
      limits: { 'hugepages-2Mi': '2Mi' },
      requests: { cpu: '1', 'hugepages-2Mi': '2Mi' },
    });
    expect(resourcesOf({ resources: { requests: { 'hugepages-2Mi': '2Mi' } }, containers })).toEqual({
      requests: { 'hugepages-2Mi': '2Mi' },
    });
  });

  it('does nothing where the pod has no resources of its own', () => {
    const containers = [requesting({ cpu: '1' })];
    const none = [{ containers }, { containers, resources: {} }, { containers, resources: { limits: {} } }];
    const requestsAlone = { containers, resources: { requests: { cpu: '1' } } };
    const malformed = { containers, resources: 'all' };
    for (const spec of [...none, requestsAlone, malformed]) expect(podLevelResources(spec, target)).toBe(spec);
  });

  it('does not know what rests on an unknown amount, and says nothing of what is no amount', () => {
    const unknown = new UnknownValue('a variable');
    const resources = { limits: { memory: '1Gi' } };
    const containers = [requesting({ cpu: unknown, memory: 'lots' }), requesting({ cpu: '1', memory: '1Gi' })];
    expect(resourcesOf({ resources, containers })).toEqual({
      limits: { memory: '1Gi' },
      requests: { cpu: unknown, memory: '1Gi' },
    });
  });

  it('is there from 1.34 on', () => {
    const spec = { resources: { limits: { cpu: '1' } } };
    const results = [33, 34].map((minor) => mappingOf(pod({ spec }, { targetVersion: { major: 1, minor } }))['spec']);
    expect(results.map((result) => mappingOf(result)['resources'])).toEqual([
      { limits: { cpu: '1' } },
      { limits: { cpu: '1' }, requests: { cpu: '1' } },
    ]);
  });
});
