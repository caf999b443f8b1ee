import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { UnknownValue } from '../../core/unknown-value.ts';
import { inventoryOfObjects } from '../inventory-of-objects.ts';
import { anyObject } from '../object.ts';
import { newestVersion } from '../version.ts';
import { judgeCreation } from './judge.ts';
import { parametersOf } from './parameters.ts';
import { readPolicy, type ValidatingPolicy } from './policy.ts';
import { creationOf } from './request.ts';

const shop = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { team: 'sales' } } };
const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web' },
  spec: {
    hostNetwork: false,
    hostAliases: [],
    nodeSelector: {},
    securityContext: {},
    nodeName: new UnknownValue('a variable'),
    containers: [{ name: 'web', image: 'registry.example/web', resources: { limits: { cpu: 1 } } }],
  },
};

function policyOf(spec: JsonObject): ValidatingPolicy {
  const [resource] = inventoryOfObjects([
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicy',
      metadata: { name: 'one' },
      spec,
    },
  ]).resources;
  if (resource === undefined) throw new Error('there is no policy');
  return readPolicy(resource);
}

/** What a policy says of the Pod: `refused`, `failed: …`, `unknown: …`. */
function objections(spec: JsonObject, params?: JsonObject, namespace?: string): string[] {
  const metadata = namespace === undefined ? pod.metadata : { ...pod.metadata, namespace };
  const inventory = inventoryOfObjects([{ ...pod, metadata }, shop]);
  const [object] = anyObject.enumerate(inventory);
  if (object === undefined) throw new Error('there is no object');
  return judgeCreation(policyOf(spec), creationOf(object, inventory, newestVersion), params).map((objection) => {
    if (objection.is === 'refused') return 'refused';
    return objection.is === 'failed' ? `failed: ${objection.error}` : `unknown: ${objection.missing}`;
  });
}

function validated(expression: string, rest: JsonObject = {}): JsonObject {
  return { validations: [{ expression }], ...rest };
}

/** What a policy that refuses everything says under these conditions. */
function conditioned(...expressions: readonly string[]): string[] {
  const matchConditions = expressions.map((expression) => ({ name: 'one', expression }));
  return objections(validated('false', { matchConditions }));
}

describe('judgeCreation', () => {
  it.each([
    ['object.metadata.namespace == "default" && request.namespace == "default"'],
    ['object.spec.restartPolicy == "Always" && object.spec.containers[0].image.endsWith("/web")'],
    ['object.spec.containers[0].imagePullPolicy == "Always"'],
    ['quantity(object.spec.containers[0].resources.limits.cpu).compareTo(quantity("1000m")) == 0'],
    ['oldObject == null && request.operation == "CREATE" && !request.dryRun && params == null'],
    ['request.kind.kind == "Pod" && request.resource.resource == "pods" && request.kind.version == "v1"'],
    ['request.resource.group == "" && request.name == "web" && request.subResource == ""'],
    ['true || object.spec.nodeName == "a"'],
    ['!has(object.spec.hostNetwork) && !has(object.spec.hostAliases) && !has(object.spec.nodeSelector)'],
    ['has(object.spec.securityContext) && !("hostAliases" in object.spec)'],
  ])('admits the Pod where %s', (expression) => {
    expect(objections(validated(expression))).toEqual([]);
  });

  it('refuses what is false, and what is no truth at all', () => {
    expect(objections(validated('object.spec.restartPolicy == "Never"'))).toEqual(['refused']);
    expect(objections(validated('1'))).toEqual(['refused']);
  });

  it('says of each expression that fails why, unless failures pass', () => {
    const spec = { validations: [{ expression: 'object.nothing' }, { expression: 'params.spec == 1' }] };
    expect(objections(spec)).toEqual(['failed: no such key: nothing', 'failed: no such overload: null_type.spec']);
    expect(objections({ ...spec, failurePolicy: 'Ignore' })).toEqual([]);
  });

  it.each([
    ['request.userInfo.username == "a"', 'request.userInfo'],
    ['authorizer.path("/x") == 1', 'the function path is not evaluated'],
    ['authorizer == null', 'who may do what (authorizer)'],
    ['object.metadata.name == oldObject.metadata.name', 'what the object was before (oldObject)'],
    ['object.spec.nodeName == "a"', 'spec.nodeName is not known: a variable'],
    ['a b', 'an expression that is not understood: the expression does not end here'],
    ['has(object.spec.nodeName)', 'spec.nodeName is not known: a variable'],
  ])('does not know %s', (expression, missing) => {
    expect(objections(validated(expression))).toEqual([`unknown: ${missing}`]);
    expect(objections(validated(expression, { failurePolicy: 'Ignore' }))).toEqual([`unknown: ${missing}`]);
  });

  it.each([
    ['has(object.metadata.uid)', 'what the API server sets metadata.uid to'],
    ['object.spec.serviceAccountName == "default"', 'what the API server sets spec.serviceAccountName to'],
    ['size(object.spec.?volumes.orValue([])) == 0', 'what the API server sets spec.volumes to'],
  ])('does not know %s, which the API server decides', (expression, missing) => {
    expect(objections(validated(expression))).toEqual([`unknown: ${missing}`]);
  });

  it('sees the namespace of the object', () => {
    expect(objections(validated('namespaceObject.metadata.labels.team == "sales"'), undefined, 'shop')).toEqual([]);
    expect(objections(validated('namespaceObject == null'), undefined, 'other')).toEqual([
      'unknown: no Namespace "other" is among the inputs',
    ]);
  });

  it('asks its conditions first', () => {
    expect(conditioned('true')).toEqual(['refused']);
    expect(conditioned('false')).toEqual([]);
    expect(conditioned('object.nothing', 'false')).toEqual([]);
    expect(conditioned('object.nothing')).toEqual(['failed: no such key: nothing']);
    expect(conditioned('request.userInfo.uid == "a"', 'true')).toEqual(['unknown: request.userInfo']);
  });

  it('evaluates variables when they are asked for, in any order, but never in a circle', () => {
    const variables = [
      { name: 'images', expression: 'object.spec.containers.map(c, c.image)' },
      { name: 'first', expression: 'variables.images[0]' },
      { name: 'circle', expression: 'variables.circle == 1' },
      { name: 'failing', expression: 'object.nothing' },
      { name: 'broken', expression: 'a b' },
    ];
    const judged = (expression: string): string[] => objections(validated(expression, { variables }));
    expect(judged('variables.first == "registry.example/web" && size(variables.images) == 1')).toEqual([]);
    expect(judged('variables.circle')).toEqual(['unknown: what variables.circle is, which refers to itself']);
    expect(judged('variables.failing || variables.failing')).toEqual(['failed: no such key: nothing']);
    expect(judged('variables.broken')).toEqual(['unknown: what variables.broken is: the expression does not end here']);
    expect(judged('variables.nothing')).toEqual(['failed: no such key: nothing']);
  });

  it('takes parameters', () => {
    expect(objections(validated('params.data.image == object.spec.containers[0].image'), { data: {} })).toEqual([
      'failed: no such key: image',
    ]);
    expect(objections(validated('int(params.data.most) > 1'), { data: { most: '2' } })).toEqual([]);
  });
});

describe('parametersOf', () => {
  const limits = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'limits', namespace: 'shop', labels: { use: 'limits' } },
  };
  const spec = { paramKind: { apiVersion: 'v1', kind: 'ConfigMap' } };

  function parameters(paramRef: unknown, complete = false, namespace: string | undefined = 'shop'): unknown[] {
    const held = inventoryOfObjects([limits], complete);
    const { items, isRefusal, missing } = parametersOf(policyOf(spec), { paramRef }, namespace, held);
    return [items.map((item) => (item === undefined ? undefined : 'limits')), isRefusal, missing];
  }

  it('are none where the policy or the binding asks for none', () => {
    expect(parameters(undefined)).toEqual([[undefined], false, undefined]);
    const held = inventoryOfObjects([limits]);
    const none = { items: [undefined], isRefusal: false, missing: undefined };
    expect(parametersOf(policyOf({}), { paramRef: { name: 'limits' } }, 'shop', held)).toEqual(none);
  });

  it('are found by name, in the namespace of the reference or of the object', () => {
    expect(parameters({ name: 'limits' })).toEqual([['limits'], false, undefined]);
    expect(parameters({ name: 'limits', namespace: 'shop' }, false, 'other')).toEqual([['limits'], false, undefined]);
    expect(parameters({ name: 'limits' }, true, 'other')).toEqual([[], true, undefined]);
  });

  it('are found by labels, as far as all are known', () => {
    const selector = { matchLabels: { use: 'limits' } };
    expect(parameters({ selector }, true)).toEqual([['limits'], false, undefined]);
    expect(parameters({ selector })).toEqual([
      ['limits'],
      false,
      'perhaps not every ConfigMap of "shop" is among the inputs',
    ]);
    expect(parameters({ selector: { matchLabels: { use: 'other' } } }, true)).toEqual([[], true, undefined]);
    expect(parameters({}, true)).toEqual([[], true, undefined]);
  });

  it('may be missing without harm', () => {
    expect(parameters({ name: 'other', parameterNotFoundAction: 'Allow' }, true)).toEqual([[], false, undefined]);
    expect(parameters({ name: 'other', parameterNotFoundAction: 'Deny' }, true)).toEqual([[], true, undefined]);
    expect(parameters({ name: 'other' })).toEqual([
      [],
      false,
      'perhaps not every ConfigMap of "shop" is among the inputs',
    ]);
  });
});

describe('readPolicy', () => {
  it('reads a policy whose fields are of any type', () => {
    const policy = policyOf({ validations: 'none', variables: [1], matchConditions: {}, paramKind: 'x' });
    expect(policy).toMatchObject({ validations: [], matchConditions: [], failsOnError: true, paramKind: undefined });
    expect(policyOf({ paramKind: { apiVersion: 'shop.example/v1', kind: 'Limits' } }).paramKind).toBe(
      'shop.example/Limits',
    );
  });
});
