import { describe, expect, it } from 'vitest';
import { plainMessage } from './message.ts';

describe('plainMessage', () => {
  it.each([
    ['container "api" runs privileged', 'container "api" runs privileged'],
    ['the label is {0} or {{ x }}', 'the label is {{0}} or {{{{ x }}}}'],
    ['see [here](https://elsewhere.example)', 'see [here] (https://elsewhere.example)'],
    ['spec.containers[0] (first)', 'spec.containers[0] (first)'],
  ])('writes %j', (text, written) => {
    expect(plainMessage(text)).toEqual({ text: written });
  });
});
