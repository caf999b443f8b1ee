import { describe, expect, it } from 'vitest';
import type { Reporter } from './check.ts';
import type { DataArguments, DataOf } from './message.ts';
import { fillMessage, messageText } from './message.ts';
import type { Place } from './resource.ts';

type Same<Left, Right> = [Left] extends [Right] ? ([Right] extends [Left] ? true : false) : false;

interface TokenMessages {
  readonly plain: 'is wrong';
  readonly long: 'the token of volume {volume} lives {seconds} s';
  readonly severe: { readonly text: '{volume} again'; readonly severity: 'high' };
  readonly plainSevere: { readonly text: 'is wrong'; readonly severity: 'high' };
}

/** The arguments of `report.fail` for one message. */
type FailArguments<Name extends keyof TokenMessages> = Parameters<typeof fail<Name>>;
declare const fail: Reporter<{ readonly [Name in keyof TokenMessages]: TokenMessages[Name] }>['fail'];
type Takes<Arguments extends readonly unknown[], Given> = Given extends Arguments ? true : false;

/** Each line compiles only if the types are as it says; `npm run types` is the test. */
const typeAssertions = {
  placeholdersAreKeys: true satisfies Same<
    DataOf<'the token of volume {volume} lives {seconds} s'>,
    { readonly volume: string | number; readonly seconds: string | number }
  >,
  repeatedPlaceholderOnce: true satisfies Same<DataOf<'{a} and {a}'>, { readonly a: string | number }>,
  noPlaceholderNoData: true satisfies Same<DataArguments<'is wrong'>, []>,
  noPlaceholderNoDataWithSeverity: true satisfies Same<DataArguments<TokenMessages['plainSevere']>, []>,
  placeholderNeedsData: true satisfies Same<
    DataArguments<TokenMessages['severe']>,
    [data: { readonly volume: string | number }]
  >,
  rightDataCompiles: true satisfies Takes<FailArguments<'long'>, ['long', Place, { volume: 'data'; seconds: 9 }]>,
  missingDataDoesNot: false satisfies Takes<FailArguments<'long'>, ['long', Place]>,
  missingKeyDoesNot: false satisfies Takes<FailArguments<'long'>, ['long', Place, { volume: 'data' }]>,
  wrongTypeDoesNot: false satisfies Takes<FailArguments<'long'>, ['long', Place, { volume: 'data'; seconds: true }]>,
  wrongMessageDoesNot: false satisfies Takes<FailArguments<'long'>, ['lnog', Place, { volume: 'a'; seconds: 9 }]>,
  wrongPlaceDoesNot: false satisfies Takes<FailArguments<'plain'>, ['plain', string[]]>,
  plainCompiles: true satisfies Takes<FailArguments<'plain'>, ['plain', Place]>,
  plainWithDataDoesNot: false satisfies Takes<FailArguments<'plain'>, ['plain', Place, { volume: 'data' }]>,
  severeCompiles: true satisfies Takes<FailArguments<'severe'>, ['severe', Place, { volume: 3 }]>,
  severeWithoutDataDoesNot: false satisfies Takes<FailArguments<'severe'>, ['severe', Place]>,
};

describe('the types of messages', () => {
  it('let through right data only', () => {
    const refused = Object.entries(typeAssertions).filter(([, compiles]) => !compiles);
    expect(refused.map(([name]) => name)).toEqual([
      'missingDataDoesNot',
      'missingKeyDoesNot',
      'wrongTypeDoesNot',
      'wrongMessageDoesNot',
      'wrongPlaceDoesNot',
      'plainWithDataDoesNot',
      'severeWithoutDataDoesNot',
    ]);
  });
});

describe('messageText', () => {
  it('is the text with or without a severity of its own', () => {
    expect(messageText('is {how}')).toBe('is {how}');
    expect(messageText({ text: 'is {how}', severity: 'low' })).toBe('is {how}');
  });
});

describe('fillMessage', () => {
  it.each([
    ['{a} lives {b} s', { a: 'x', b: 3 }, 'x lives 3 s'],
    ['{a}{a}', { a: '-' }, '--'],
    ['{a}', { a: '{b}', b: 'never' }, '{b}'],
    ['{a}', { a: '$&' }, '$&'],
    ['{a} and {b}', { a: 0 }, '0 and {b}'],
    ['{toString} {constructor}', {}, '{toString} {constructor}'],
    ['{} {a b} {a', { a: 1 }, '{} {a b} {a'],
    ['plain', { a: 1 }, 'plain'],
  ])('fills %j with %j as %j', (message, data, text) => {
    expect(fillMessage(message, data)).toBe(text);
  });

  it('fills a message with a severity of its own', () => {
    expect(fillMessage({ text: 'is {how}', severity: 'high' }, { how: 'open' })).toBe('is open');
  });
});
