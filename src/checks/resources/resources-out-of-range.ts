import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { text } from '../../core/parameter.ts';
import { container } from '../../kubernetes/container.ts';
import { hasResources, writtenAmount } from '../../kubernetes/container-resources.ts';
import { compareQuantities, parseQuantity, quantityOf } from '../../kubernetes/quantity.ts';
import { workload } from '../../kubernetes/workload.ts';

/** Each amount with the parameters that bound it. */
const bounds = [
  { list: 'requests', name: 'cpu', minimum: 'cpuRequestMin', maximum: 'cpuRequestMax' },
  { list: 'limits', name: 'cpu', minimum: 'cpuLimitMin', maximum: 'cpuLimitMax' },
  { list: 'requests', name: 'memory', minimum: 'memoryRequestMin', maximum: 'memoryRequestMax' },
  { list: 'limits', name: 'memory', minimum: 'memoryLimitMin', maximum: 'memoryLimitMax' },
] as const;

export default defineCheck({
  id: 'resources-out-of-range',
  on: workload,
  each: container,
  severity: 'low',
  optIn: true,
  parameters: {
    cpuRequestMin: text(),
    cpuRequestMax: text(),
    cpuLimitMin: text(),
    cpuLimitMax: text(),
    memoryRequestMin: text(),
    memoryRequestMax: text(),
    memoryLimitMin: text(),
    memoryLimitMax: text(),
  },
  title: 'Request or limit lies outside the range that is agreed on',
  why: 'One container with too much starves the others of its node; one with too little fails under load.',
  advice: 'Bring the amount into the range, or argue for another range.',
  messages: {
    below: 'has {amount} of {name} in its {list}, less than {bound}',
    above: 'has {amount} of {name} in its {list}, more than {bound}',
  },
  evaluate(judged, report, { parameters }) {
    if (!hasResources(judged)) return;
    for (const { list, name, minimum, maximum } of bounds) {
      for (const parameter of [minimum, maximum]) {
        const written = parameters[parameter] === '' ? undefined : writtenAmount(judged, list, name);
        const amount = quantityOf(written);
        if (amount === undefined) continue;
        const bound = parseQuantity(parameters[parameter]);
        if (bound === undefined) {
          report.unknown({ what: `parameter ${parameter} is no quantity: "${parameters[parameter]}"` });
          continue;
        }
        const order = compareQuantities(amount, bound);
        const message = parameter === minimum ? 'below' : 'above';
        if (message === 'below' ? order >= 0 : order <= 0) continue;
        const data = { list, name, amount: String(written), bound: parameters[parameter] };
        report.fail(message, judged.at('resources', list, name), data);
      }
    }
  },
});

/** Every bound, so that only amounts of 2 lie within it. */
const parameters = {
  cpuRequestMin: '1500m',
  cpuRequestMax: '2000m',
  cpuLimitMin: '2',
  cpuLimitMax: '2',
  memoryRequestMin: '2Gi',
  memoryRequestMax: '2Gi',
  memoryLimitMin: '1.5G',
  memoryLimitMax: '2048Mi',
};

function podWith(resources: string, ephemeral = ''): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      resources: ${resources}
${ephemeral}`;
}

const fitting = podWith('{ requests: { cpu: 2, memory: 2Gi }, limits: { cpu: 2, memory: 2Gi } }');
const small = podWith('{ requests: { cpu: 500m, memory: 1Gi }, limits: { cpu: 1, memory: 1G } }');
const large = podWith('{ requests: { cpu: "2.001", memory: 3Gi }, limits: { cpu: 3, memory: 2049Mi } }');

export const examples: CheckExamples = {
  pass: [
    { yaml: fitting, parameters },
    { yaml: podWith('{ requests: { cpu: null, nvidia.com/gpu: 1 } }'), parameters },
    small,
    large,
    {
      yaml: podWith(
        '{}',
        `  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      resources: { limits: { cpu: 4 } }
`,
      ),
      parameters,
    },
    { yaml: fitting, parameters: { cpuRequestMin: '', cpuLimitMax: '2e0' } },
  ],
  fail: [
    {
      yaml: small,
      parameters,
      at: ['9:37', '9:73', '9:51', '9:84'],
      message: [
        'container "web" has 500m of cpu in its requests, less than 1500m',
        'container "web" has 1 of cpu in its limits, less than 2',
        'container "web" has 1Gi of memory in its requests, less than 2Gi',
        'container "web" has 1G of memory in its limits, less than 1.5G',
      ],
    },
    {
      yaml: large,
      parameters,
      at: ['9:37', '9:76', '9:54', '9:87'],
      message: [
        'container "web" has 2.001 of cpu in its requests, more than 2000m',
        'container "web" has 3 of cpu in its limits, more than 2',
        'container "web" has 3Gi of memory in its requests, more than 2Gi',
        'container "web" has 2049Mi of memory in its limits, more than 2048Mi',
      ],
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      resources:
        limits:
          memory: 4Gi
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
      parameters: { memoryLimitMax: '2Gi' },
      at: '11:19',
      message: 'init container "migrate" has 4Gi of memory in its limits, more than 2Gi',
    },
  ],
  unknown: [
    { yaml: fitting, parameters: { cpuLimitMax: 'two' }, missing: 'parameter cpuLimitMax is no quantity: "two"' },
  ],
};
