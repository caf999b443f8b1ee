import { expect, it } from 'vitest';
import { containerLines } from './pod-lines.ts';

const at = 'spec.containers[0].resources';

it('passes amounts within their limits', () => {
  const resources = {
    requests: { cpu: 0.5, memory: '1Gi', 'example.com/gpu': 1 },
    limits: { cpu: '500m', memory: '1024Mi', 'example.com/gpu': '1', 'hugepages-2Mi': '2Mi' },
  };
  expect(containerLines({ resources })).toEqual([]);
});

it('asks for requests within their limits', () => {
  const resources = {
    requests: { memory: '2Gi', 'example.com/gpu': 1, 'example.com/tpu': 1 },
    limits: { memory: '1Gi', 'example.com/gpu': 2 },
  };
  expect(containerLines({ resources })).toEqual([
    `${at}.requests: Invalid value: "2Gi": must be less than or equal to memory limit of 1Gi`,
    `${at}.requests: Invalid value: "1": must be equal to example.com/gpu limit of 2`,
    `${at}.limits: Required value: Limit must be set for non overcommitable resources`,
  ]);
});

it('asks for known names and amounts that can be', () => {
  const limits = { cores: 1, cpu: '-1', 'example.com/gpu': '500m', 'requests.example.com/a': 1 };
  expect(containerLines({ resources: { limits } })).toEqual([
    `${at}.limits.cores: Invalid value: "cores": must be a standard resource for containers`,
    `${at}.limits.cpu: Invalid value: "-1": must be greater than or equal to 0`,
    `${at}.limits["example.com/gpu"]: Invalid value: "500m": must be an integer`,
    `${at}.limits["requests.example.com/a"]: Invalid value: "requests.example.com/a": doesn't follow extended resource name standard`,
  ]);
});
