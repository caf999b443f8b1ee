import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newBudget } from './cost.ts';
import { evaluate } from './evaluate.ts';
import { CelError, CelSyntaxError, CelUnknown } from './fault.ts';
import { fromJson } from './json-value.ts';
import { parseExpression } from './parser.ts';
import { scopeOf } from './scope.ts';
import type { CelValue } from './value.ts';

const object = {
  metadata: { name: 'web', labels: { app: 'web', 'app.kubernetes.io/name': 'web' }, namespace: 'shop' },
  spec: {
    replicas: 3,
    ratio: 0.5,
    paused: false,
    containers: [
      { name: 'web', image: 'registry.example/web:1.4.2', ports: [{ containerPort: 8080 }] },
      { name: 'proxy', image: 'registry.example/proxy:1.9.4', securityContext: { privileged: true } },
    ],
    nothing: null,
    'x-y': 1,
  },
};

const scope = scopeOf({
  object: () => fromJson(object),
  oldObject: () => null,
  hidden: () => {
    throw new CelUnknown('what is hidden');
  },
});

function valueOf(text: string): CelValue {
  return evaluate(parseExpression(text), scope, newBudget());
}

/** What becomes of an expression: `true`, `error: …`, `unknown: …`. */
function outcomeOf(text: string): string {
  try {
    const value = valueOf(text);
    return typeof value === 'boolean' ? String(value) : 'a value';
  } catch (error) {
    if (error instanceof CelError) return `error: ${error.message}`;
    if (error instanceof CelUnknown) return `unknown: ${error.message}`;
    throw error;
  }
}

const truths = [
  // Literals.
  '0x1F == 31 && 10u == 10 && 1.5e1 == 15.0 && .5 == 0.5 && -9223372036854775808 < 0',
  String.raw`"\u00fc\x41\101\n" == 'üAA\n' && r"\n" == "\\n" && '''a
b''' == "a\nb"`,
  String.raw`b"\xff\101" != b"a" && size(b"ü") == 2 && b'a' + b'b' == b'ab' && b'a' < b'b'`,
  '[1, 2, 3,][1] == 2 && {"a": 1, "b": 2,}["b"] == 2 && {1: "x"}[1u] == "x" && {true: 1}[true] == 1',
  '// a comment\ntrue',
  // Operators.
  '1 + 2 * 3 == 7 && (1 + 2) * 3 == 9 && 7 / 2 == 3 && -7 / 2 == -3 && -7 % 3 == -1 && 7u % 4u == 3u',
  '1.0 / 0.0 > 1.0 && 2.0 - 0.5 == 1.5 && 2u * 3u == 6u && 5u - 2u == 3u',
  '1 == 1.0 && 1u == 1 && 1 < 1.5 && 2u > 1 && "a" < "b" && false < true && !(1 == "1") && null == null',
  '"a" + "b" == "ab" && [1] + [2] == [1, 2] && 2 in [1, 2] && !(3 in [1, 2]) && "a" in {"a": 1} && 1.0 in [1]',
  '!!true && -(-1) == 1 && - -1 == 1 && !(!true)',
  'true ? true : 1 / 0 == 1',
  'false ? 1 / 0 == 1 : true',
  '[1, [2]] == [1.0, [2u]] && {"a": [1]} == {"a": [1]} && {"a": 1} != {"b": 1} && {"a": 1} != {"a": 1, "b": 2}',
  '(1 < 2) == true && 1 <= 1 && 2 >= 2 && 1 != 2',
  // Errors and what is not known do not hide a decisive value.
  'true || 1 / 0 == 1',
  '1 / 0 == 1 || true',
  '!(1 / 0 == 1 && false)',
  'hidden == 1 || true',
  '!(false && hidden == 1)',
  '[0, 1].exists(x, 1 / x == 1)',
  '![0, 1].all(x, 1 / x == 2)',
  // Fields.
  'object.metadata.name == "web" && object.metadata.labels["app.kubernetes.io/name"] == "web"',
  'has(object.spec.replicas) && !has(object.spec.selector) && !has(object.spec.nothing) && has(object.spec.paused)',
  'object.metadata.namespace == "shop" && object.spec.`x-y` == 1',
  'object.spec.replicas == 3 && object.spec.ratio == 0.5 && type(object.spec.replicas) == int',
  'object.spec.containers.size() == 2 && object.spec.containers[1].securityContext.privileged',
  '!("nothing" in object.spec) && "paused" in object.spec && size(object.metadata.labels) == 2',
  'oldObject == null && object != null',
  // Macros.
  'object.spec.containers.all(c, c.image.startsWith("registry.example/"))',
  'object.spec.containers.exists(c, has(c.securityContext) && c.securityContext.privileged)',
  'object.spec.containers.exists_one(c, c.name == "web") && ![1, 1].exists_one(x, x == 1)',
  'object.spec.containers.map(c, c.name) == ["web", "proxy"] && [1, 2, 3].map(x, x > 1, x * 2) == [4, 6]',
  'object.spec.containers.filter(c, c.name == "web").size() == 1 && {"a": 1}.all(k, k == "a")',
  '[[1, 2], [3]].all(xs, xs.all(x, xs.exists(y, x == y))) && [1].all(object, object == 1)',
  // Types and conversions.
  'type(1) == int && type(1u) == uint && type(1.0) == double && type("") == string && type(null) == null_type',
  'type([]) == list && type({}) == map && type(int) == type && type(b"") == bytes && type(true) == bool',
  'int("7") == 7 && int(7.9) == 7 && int(-7.9) == -7 && int(7u) == 7 && uint("7") == 7u && uint(7.9) == 7u',
  'double("1.5") == 1.5 && double(2) == 2.0 && double(2u) == 2.0 && bool("true") && !bool("f") && dyn(1) == 1',
  'string(1) == "1" && string(1.5) == "1.5" && string(true) == "true" && string(b"a") == "a" && string(2u) == "2"',
  'string(1000000.0) == "1e+06" && string(123456.0) == "123456" && string(0.00001) == "1e-05" && bytes("a") == b"a"',
  'string(1.0 / 0.0) == "+Inf" && string(-1.0 / 0.0) == "-Inf"',
  // Texts.
  '"shop-web".contains("p-w") && "web".endsWith("b") && size("füß") == 3 && "web".size() == 3',
  '"web:1.4.2".matches("^[a-z]+:[0-9.]+$") && "a web b".matches("w.b") && !matches("web", "^eb") && "".matches("")',
  '"a\\nweb".matches("web$") && "web\\nb".matches("^web")',
  '"hello".charAt(1) == "e" && "hello".charAt(5) == "" && "tacocat".indexOf("ac") == 1 && "tacocat".indexOf("z") == -1',
  '"tacocat".lastIndexOf("at") == 5 && "tacocat".indexOf("a", 3) == 5 && "tacocat".lastIndexOf("a", 4) == 1',
  '["a", "b"].join() == "ab" && ["a", "b"].join("-") == "a-b" && "TacoCÄt".lowerAscii() == "tacocÄt"',
  '"taco".upperAscii() == "TACO" && "hello hello".replace("he", "we") == "wello wello"',
  '"hello hello".replace("he", "we", 1) == "wello hello" && "ab".replace("", "-") == "-a-b-" && "a".replace("a", "b", 0) == "a"',
  '"a b c".split(" ") == ["a", "b", "c"] && "a b c".split(" ", 2) == ["a", "b c"] && "a".split(" ", 0) == [] && "ab".split("") == ["a", "b"]',
  '"tacocat".substring(4) == "cat" && "tacocat".substring(0, 4) == "taco" && "  trim\\n ".trim() == "trim"',
  // Lists and sets.
  '[1, 2, 2].isSorted() && !["b", "a"].isSorted() && [].isSorted() && [1, 2].sum() == 3 && [].sum() == 0',
  '[1, 3, 2].max() == 3 && ["b", "a"].min() == "a" && [1, 2, 1].indexOf(1) == 0 && [1, 2, 1].lastIndexOf(1) == 2',
  '["a"].indexOf("b") == -1 && sets.contains([1, 2], [2]) && !sets.contains([1], [2]) && sets.intersects([1], [1, 2])',
  'sets.equivalent([1, 1], [1]) && !sets.equivalent([1, 2], [1])',
  // Times.
  'duration("1h30m") == duration("90m") && duration("1.5s").getMilliseconds() == 500 && duration("-1s") < duration("0")',
  'timestamp("2026-01-02T03:04:05Z").getFullYear() == 2026 && timestamp("2026-01-02T03:04:05Z").getMonth() == 0',
  'timestamp("2026-01-02T03:04:05.5Z").getDayOfMonth() == 1 && timestamp("2026-01-02T03:04:05Z").getDate() == 2',
  'timestamp("2026-01-02T23:04:05Z").getHours("+02:00") == 1 && timestamp("2026-01-02T03:04:05Z").getDayOfWeek() == 5',
  'timestamp("2026-01-02T00:00:00Z") - timestamp("2026-01-01T00:00:00Z") == duration("24h")',
  'timestamp("2026-01-01T00:00:00Z") + duration("1s") == timestamp("2026-01-01T00:00:01Z") && duration("2h").getHours() == 2',
  'string(timestamp("2026-01-01T00:00:00.25+01:00")) == "2025-12-31T23:00:00.25Z" && string(duration("90.5s")) == "90.5s"',
  'int(timestamp("1970-01-01T00:00:09Z")) == 9 && timestamp(9) == timestamp("1970-01-01T00:00:09Z")',
  // Amounts.
  'quantity("1Gi").isGreaterThan(quantity("1G")) && quantity("500m").isLessThan(quantity("1")) && isQuantity("2e3")',
  'quantity("1k").asInteger() == 1000 && !quantity("50m").isInteger() && quantity("-1").sign() == -1 && !isQuantity("x")',
  'quantity("1").add(quantity("500m")) == quantity("1500m") && quantity("2").sub(1) == quantity("1")',
  'quantity("1").compareTo(quantity("2")) == -1 && quantity("500m").asApproximateFloat() == 0.5',
  // Addresses.
  'ip("192.0.2.1").family() == 4 && ip("2001:db8::1").family() == 6 && isIP("192.0.2.1") && !isIP("192.0.2") && !isIP("192.0.2.1/32")',
  'cidr("192.0.2.0/24").containsIP("192.0.2.7") && !cidr("192.0.2.0/24").containsIP(ip("198.51.100.1"))',
  'cidr("10.0.0.0/8").containsCIDR("10.1.0.0/16") && !cidr("10.1.0.0/16").containsCIDR(cidr("10.0.0.0/8"))',
  'cidr("10.0.0.0/8").prefixLength() == 8 && isCIDR("fd00::/8") && !isCIDR("10.0.0.0") && !isCIDR("10.0.0.0/08")',
  'ip("2001:db8::1") == ip("2001:db8:0::1") && ip("127.0.0.1").isLoopback() && !ip("192.0.2.1").isLoopback()',
  'ip("0.0.0.0").isUnspecified() && cidr("10.0.0.0/8") != cidr("10.0.0.0/9")',
  'cidr("10.0.0.0/8") == cidr("10.0.0.0/8") && cidr("10.0.0.1/8") != cidr("10.0.0.0/8") && ip("::1").isLoopback()',
  '!isIP("::ffff:c000:201") && !isIP("fe80::1%eth0") && !isIP("010.0.0.1") && ip("::1") != ip("0.0.0.1")',
  // Values that may be absent.
  'object.?spec.?missing.orValue(5) == 5 && object.spec.?replicas.orValue(5) == 3 && !object.?spec.missing.hasValue()',
  'object.spec.containers[?5].hasValue() == false && {"a": 1}[?"a"].value() == 1 && optional.of(1).hasValue()',
  'optional.none().or(optional.of(1)).value() == 1 && optional.ofNonZeroValue("").hasValue() == false',
  'optional.of(1).optMap(x, x + 1).value() == 2 && optional.of(1).optFlatMap(x, optional.none()).hasValue() == false',
  '[?optional.none(), 1] == [1] && {?"a": optional.of(1), ?"b": optional.none()} == {"a": 1}',
  'has(object.?spec.replicas) && optional.of(1) == optional.of(1.0) && optional.none() != optional.of(1)',
];

describe('evaluate', () => {
  it.each(truths)('%s', (text) => {
    expect(outcomeOf(text)).toBe('true');
  });

  it.each([
    ['1 / 0', 'error: division by zero'],
    ['1 % 0', 'error: modulus by zero'],
    ['9223372036854775807 + 1', 'error: integer overflow'],
    ['-(-9223372036854775808)', 'error: integer overflow'],
    ['0u - 1u', 'error: unsigned integer overflow'],
    ['1 + 1.0', 'error: no such overload: int + double'],
    ['1 + "a"', 'error: no such overload: int + string'],
    ['1 < "a"', 'error: no such overload: order of int and string'],
    ['1 && true', 'error: no such overload: logic of int'],
    ['1 ? 2 : 3', 'error: no such overload: int ? :'],
    ['!1', 'error: no such overload: !_(int)'],
    ['-"a"', 'error: no such overload: -string'],
    ['object.spec.missing', 'error: no such key: missing'],
    ['object.missing.deeper == 1', 'error: no such key: missing'],
    ['has(object.missing.deeper)', 'error: no such key: missing'],
    ['oldObject.spec', 'error: no such overload: null_type.spec'],
    ['object.spec.replicas.x', 'error: no such overload: int.x'],
    ['[1][1]', 'error: index out of bounds'],
    ['[1][-1]', 'error: index out of bounds'],
    ['{"a": 1}["b"]', 'error: no such key'],
    ['"abc"[0]', 'error: no such overload: string[int]'],
    ['{"a": 1, "a": 2}', 'error: repeated key in map'],
    ['{1.5: 1}', 'error: unsupported key type'],
    ['int("x")', 'error: type conversion error from string to a whole number'],
    ['int(1e300)', 'error: integer overflow'],
    ['duration("1x")', 'error: invalid duration'],
    ['timestamp("yesterday")', 'error: invalid timestamp'],
    ['quantity("x")', 'error: quantities must match the regular expression'],
    ['"a".charAt(2)', 'error: index out of range: 2'],
    ['"abc".substring(2, 1)', 'error: index out of range: 2'],
    ['[].max()', 'error: max called on empty list'],
    ['size(1)', 'error: no such overload: size(int)'],
    ['1.all(x, true)', 'error: no such overload: int.all'],
    ['[1].all(x, x)', 'error: no such overload: logic of int'],
    ['[0, 1].exists_one(x, 1 / x == 1)', 'error: division by zero'],
    ['optional.none().value()', 'error: optional.none() dereference'],
    ['hidden == 1 && 1 / 0 == 1', 'unknown: what is hidden'],
    ['1 / 0 == 1 && hidden == 1', 'unknown: what is hidden'],
    ['hidden == 1', 'unknown: what is hidden'],
    ['nobody == 1', 'unknown: the variable nobody is not evaluated'],
    ['isIP("64:ff9b::192.0.2.1")', 'unknown: IPv6 addresses that end in an IPv4 address are not evaluated'],
    ['ip("192.0.2")', 'error: an IP address is not understood'],
    ['cidr("10.0.0.0")', 'error: a block of IP addresses is not understood'],
    ['cidr("10.0.0.0/8").containsIP("x")', 'error: an IP address is not understood'],
    ['cidr("10.0.0.0/8").containsCIDR(1)', 'error: no such overload: containsCIDR(net.CIDR, int)'],
    ['ip("192.0.2.1").isGlobalUnicast()', 'unknown: the function isGlobalUnicast is not evaluated'],
    ['url("https://shop.example")', 'unknown: the function url is not evaluated'],
    ['Object{spec: Object.spec{replicas: 1}}', 'unknown: objects of the type Object are not evaluated'],
    [
      '"a".matches("(?i)A")',
      'unknown: a pattern of matches() is not evaluated: groups with (? are not known, but for (?:',
    ],
    ['timestamp(0).getHours("Europe/Vienna")', 'unknown: times of a named time zone are not evaluated'],
    ['[1].all(i, v, true)', 'unknown: the function all is not evaluated'],
    ['object.spec.x__dash__y', 'unknown: which field x__dash__y stands for'],
  ])('%s is an %s', (text, outcome) => {
    expect(outcomeOf(text)).toBe(outcome);
  });

  it('stops an expression that takes too long or lies too deep', () => {
    const numbers = `[${Array.from({ length: 100 }, (_, index) => index).join(', ')}]`;
    const loops = `${numbers}.all(a, ${numbers}.all(b, ${numbers}.all(c, a + b + c >= 0)))`;
    expect(outcomeOf(loops)).toBe('unknown: the expression takes too long');
    const doubling = `${'["aaaaaaaaaaaaaaaa"].map(a, a + a).map(a, a + a + a + a)'.padEnd(60)}${'.map(a, a + a + a + a + a + a + a + a)'.repeat(9)}`;
    expect(outcomeOf(doubling)).toBe('unknown: the expression takes too long');
    expect(outcomeOf(`1${' + 1'.repeat(2000)} > 0`)).toBe('unknown: the expression is nested too deeply');
    expect(outcomeOf(`true${' && true'.repeat(2000)}`)).toBe('true');
  });

  it('ends in a value or one of its faults, whatever the expression is', () => {
    const words = constantFrom(
      ...'object . spec [ ] ( ) { } 0 1 "a" b"x" 1.5 2u + - * / % < == != && || ! ? : , in has all x exists map'.split(
        ' ',
      ),
      ...'size matches split orValue optional of type int string duration quantity r"\\" \' `a` .? [? null'.split(' '),
    );
    assert(
      property(array(words, { maxLength: 25 }), string({ unit: 'binary', maxLength: 6 }), (list, end) => {
        for (const text of [list.join(' '), list.join(''), list.join(' ') + end]) {
          try {
            valueOf(text);
          } catch (error) {
            const isExpected =
              error instanceof CelError || error instanceof CelUnknown || error instanceof CelSyntaxError;
            if (!isExpected) throw error;
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
