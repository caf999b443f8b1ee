import { describe, expect, it } from 'vitest';
import type { Path } from '../../core/path.ts';
import { inventoryOfObjects } from '../../kubernetes/inventory-of-objects.ts';
import { workload } from '../../kubernetes/workload.ts';
import allowPrivilegeEscalation from './allow-privilege-escalation.ts';

/** What the fix sets on a container with this security context. */
function editsOn(securityContext: unknown): unknown[] {
  const spec = { containers: [{ name: 'web', securityContext }] };
  const [judged] = [...workload.enumerate(inventoryOfObjects([{ apiVersion: 'v1', kind: 'Pod', spec }]))].flatMap(
    (view) => view.containers,
  );
  if (judged === undefined) throw new Error('no container');
  const edits: [Path, unknown][] = [];
  const edit = {
    set: (at: { readonly path: Path }, value: unknown) => void edits.push([at.path, value]),
    remove: () => {},
    append: () => {},
  };
  const at = judged.at('securityContext', 'allowPrivilegeEscalation');
  allowPrivilegeEscalation.fix?.edits(edit, { at, message: 'unset', data: {} }, judged);
  return edits;
}

const forbidden = [[['spec', 'containers', 0, 'securityContext', 'allowPrivilegeEscalation'], false]];

describe('the fix of allow-privilege-escalation', () => {
  it('forbids it', () => {
    expect(editsOn(undefined)).toEqual(forbidden);
    expect(editsOn({ privileged: false, capabilities: { add: ['SYS_TIME'] } })).toEqual(forbidden);
    expect(editsOn({ privileged: null, capabilities: { drop: ['CAP_SYS_ADMIN'] } })).toEqual(forbidden);
  });

  it('does nothing where the API server would refuse the pod', () => {
    expect(editsOn({ privileged: true })).toEqual([]);
    expect(editsOn({ capabilities: { add: ['SYS_TIME', 'CAP_SYS_ADMIN'] } })).toEqual([]);
  });
});
