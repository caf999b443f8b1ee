import { describe, expect, it } from 'vitest';
import { isBase64, isTime } from './formats.ts';

describe('isTime', () => {
  it.each(['2024-02-29T23:59:59Z', '2000-01-01T00:00:00.5+02:00', '2024-12-31T00:00:00,123Z'])('takes %j', (text) => {
    expect(isTime(text)).toBe(true);
  });

  it.each([
    '',
    '2024-01-01',
    '2024-01-01 00:00:00Z',
    '2024-01-01T00:00:00',
    '2023-02-29T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2024-04-31T00:00:00Z',
    '2024-13-01T00:00:00Z',
    '2024-00-01T00:00:00Z',
    '2024-01-00T00:00:00Z',
    '2024-01-01T24:00:00Z',
    '2024-01-01T00:60:00Z',
    '2024-01-01T00:00:60Z',
    '2024-01-01T00:00:00+25:00',
  ])('refuses %j', (text) => {
    expect(isTime(text)).toBe(false);
  });

  it('asks for six digits where microseconds are kept', () => {
    expect(isTime('2024-01-01T00:00:00.000001Z', true)).toBe(true);
    expect(isTime('2024-01-01T00:00:00Z', true)).toBe(false);
    expect(isTime('2024-01-01T00:00:00.001Z', true)).toBe(false);
  });
});

describe('isBase64', () => {
  it('takes padded standard base64, broken into lines or not', () => {
    expect(['', 'YQ==', 'YWI=', 'YWJj', 'YW\nJj\r\n'].every(isBase64)).toBe(true);
  });

  it('refuses missing padding and other alphabets', () => {
    expect(['YQ', 'Y===', 'YW_j', 'YW=j', 'Y W J'].some(isBase64)).toBe(false);
  });
});
