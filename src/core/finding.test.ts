import { describe, expect, it } from 'vitest';
import { findingText } from './finding.ts';

describe('findingText', () => {
  it.each([
    [{ message: 'runs privileged', assuming: [] }, 'runs privileged'],
    [{ part: 'container "api"', message: 'runs privileged', assuming: [] }, 'container "api" runs privileged'],
    [{ message: 'is open', assuming: ['a', 'b'] }, 'is open (assuming a, b)'],
  ])('of %j is %j', (finding, text) => {
    expect(findingText(finding)).toBe(text);
  });
});
