import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { type Container, container } from './container.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { type Workload, workload } from './workload.ts';

function deploymentOf(spec: JsonObject): Workload {
  const content = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: { template: { spec } },
  };
  const [view] = workload.enumerate(inventoryOfObjects([content]));
  if (view === undefined) throw new Error('no workload');
  return view;
}

function onlyContainer(content: JsonObject, spec: JsonObject = {}): Container {
  const [view] = deploymentOf({ ...spec, containers: [content] }).containers;
  if (view === undefined) throw new Error('no container');
  return view;
}

describe('the containers of a workload', () => {
  it('come as init, regular and ephemeral ones, and say so', () => {
    const view = deploymentOf({
      ephemeralContainers: [{ name: 'debug' }],
      containers: [{ name: 'web', restartPolicy: 'Always' }, { image: 'registry.example/web:1' }],
      initContainers: [
        { name: 'migrate', restartPolicy: 'OnFailure' },
        { name: 'proxy', restartPolicy: 'Always' },
        { name: null, restartPolicy: 'always' },
      ],
    });
    expect(view.containers.map(({ role, name, part, anchor }) => [role, name, part, anchor.path.slice(3)])).toEqual([
      ['init', 'migrate', 'init container "migrate"', ['initContainers', 0]],
      ['sidecar', 'proxy', 'sidecar container "proxy"', ['initContainers', 1]],
      ['init', '', 'init container number 3', ['initContainers', 2]],
      ['regular', 'web', 'container "web"', ['containers', 0]],
      ['regular', '', 'container number 2', ['containers', 1]],
      ['ephemeral', 'debug', 'ephemeral container "debug"', ['ephemeralContainers', 0]],
    ]);
    expect(view.containers.every((each) => each.workload === view)).toBe(true);
    expect([...container.enumerate(view)]).toEqual(view.containers);
  });

  it('stand where the template has them', () => {
    const view = onlyContainer({ name: 'web' });
    expect(view.anchor).toEqual(view.at());
    expect(view.at('ports', 0).path).toEqual(['spec', 'template', 'spec', 'containers', 0, 'ports', 0]);
    expect(view.at().resource).toBe(view.workload.resource);
  });

  it('are read from lists only, and each as a mapping', () => {
    expect(deploymentOf({ containers: { name: 'web' }, initContainers: null }).containers).toEqual([]);
    const [text] = deploymentOf({ containers: ['web'] }).containers;
    expect(text).toMatchObject({ name: '', content: {}, securityContext: {}, image: undefined });
  });

  it('have an image if it is a text', () => {
    expect(onlyContainer({ image: 'registry.example/web:1' }).image).toBe('registry.example/web:1');
    expect(onlyContainer({ image: '' }).image).toBe('');
    expect(onlyContainer({ image: 7 }).image).toBeUndefined();
    expect(onlyContainer({}).image).toBeUndefined();
  });
});

describe('the effective setting', () => {
  it.each<[unknown, unknown, unknown]>([
    [{ runAsUser: 1 }, { runAsUser: 2 }, 1],
    [{ runAsUser: 0 }, { runAsUser: 2 }, 0],
    [{ runAsUser: false }, { runAsUser: true }, false],
    [{ runAsUser: '' }, { runAsUser: 2 }, ''],
    [{ runAsUser: null }, { runAsUser: 2 }, 2],
    [{}, { runAsUser: 2 }, 2],
    [null, { runAsUser: 2 }, 2],
    ['text', { runAsUser: 2 }, 2],
    [undefined, undefined, undefined],
    [{}, { runAsUser: null }, null],
  ])('of the container %j in the pod %j is %j', (own, pods, expected) => {
    expect(onlyContainer({ securityContext: own }, { securityContext: pods }).effective('runAsUser')).toBe(expected);
  });

  it('leaves the own setting as it is', () => {
    const view = onlyContainer({ securityContext: { privileged: true } }, { securityContext: { runAsUser: 2 } });
    expect(view.securityContext).toEqual({ privileged: true });
  });
});
