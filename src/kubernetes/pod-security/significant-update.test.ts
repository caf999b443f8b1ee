import { describe, expect, it } from 'vitest';
import { exampleContainer, examplePod } from './check-example.ts';
import { isSignificantUpdate } from './significant-update.ts';

const image = (name: string, reference: string) => ({ ...exampleContainer(name), image: reference });
const withSpec = (spec: object) => examplePod({ spec: { ...spec } });

describe('isSignificantUpdate', () => {
  it('is false for labels and for settings of containers', () => {
    const relabelled = { ...examplePod(), metadata: { name: 'shop', labels: { a: 'b' } } };
    expect(isSignificantUpdate(relabelled, examplePod())).toBe(false);
    expect(isSignificantUpdate(examplePod({ containerSecurityContext: { privileged: true } }), examplePod())).toBe(
      false,
    );
    expect(isSignificantUpdate({}, {})).toBe(false);
  });

  it.each(['containers', 'initContainers'])('looks at the number and images of %s, in order', (field) => {
    const one = withSpec({ [field]: [image('a', 'x:1')] });
    const two = withSpec({ [field]: [image('a', 'x:1'), image('b', 'x:2')] });
    const turned = withSpec({ [field]: [image('b', 'x:2'), image('a', 'x:1')] });
    expect(isSignificantUpdate(two, one)).toBe(true);
    expect(isSignificantUpdate(one, two)).toBe(true);
    expect(isSignificantUpdate(turned, two)).toBe(true);
    expect(isSignificantUpdate(withSpec({ [field]: [image('z', 'x:1')] }), one)).toBe(false);
  });

  it('looks for new or changed ephemeral containers by name', () => {
    const none = withSpec({});
    const one = withSpec({ ephemeralContainers: [image('a', 'x:1')] });
    const two = withSpec({ ephemeralContainers: [image('b', 'x:2'), image('a', 'x:1')] });
    expect(isSignificantUpdate(one, none)).toBe(true);
    expect(isSignificantUpdate(two, one)).toBe(true);
    expect(isSignificantUpdate(one, two)).toBe(false);
    expect(isSignificantUpdate(none, one)).toBe(false);
    expect(isSignificantUpdate(withSpec({ ephemeralContainers: [image('a', 'x:2')] }), one)).toBe(true);
  });
});
