import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeWire, encodeWire } from '../../../../shared/bridge/wire';

test('bytes, columns, dates and numbers beyond JSON arrive as they were', () => {
  const value = {
    bytes: new Uint8Array([1, 2, 3]),
    columns: [new Float64Array([1.5, NaN, -0]), new Int32Array([-1, 2]), new Float64Array(0)],
    when: new Date(86_400_000),
    numbers: [NaN, Infinity, -Infinity, 0.1],
    nested: { a: null, b: [true, 'ü€😀'] },
  };
  expect(decodeWire(encodeWire(value))).toEqual(value);
});

test('an array that is a view into a larger buffer travels alone', () => {
  const view = new Float64Array([1, 2, 3, 4]).subarray(1, 3);
  const arrived = decodeWire(encodeWire(view)) as Float64Array;
  expect([...arrived]).toEqual([2, 3]);
  expect(arrived.buffer.byteLength).toBe(16);
});

test('a message at an odd offset is read all the same', () => {
  const message = encodeWire({ column: new Float64Array([7]) });
  const shifted = new Uint8Array(message.length + 1);
  shifted.set(message, 1);
  expect(decodeWire(shifted.subarray(1))).toEqual({ column: new Float64Array([7]) });
});

test('whatever JSON can say comes back, marks and all', () => {
  const value = fc
    .jsonValue()
    .map((json) => ({ json, $wire: json, arrays: [{ $wire: 'array', content: 0 }] }));
  fc.assert(
    fc.property(value, (sent) => {
      expect(decodeWire(encodeWire(sent))).toEqual(JSON.parse(JSON.stringify(sent)));
    }),
    { numRuns: 200 },
  );
});

test('a message cut off anywhere is refused', () => {
  const message = encodeWire({ bytes: new Uint8Array(40), text: 'x'.repeat(20) });
  for (let length = 0; length < message.length; length++) {
    expect(() => decodeWire(message.slice(0, length))).toThrow();
  }
});

test('a member called __proto__ is a member like any other', () => {
  const sent = JSON.parse('{"json":{"__proto__":false},"$wire":{"__proto__":{"a":1}}}') as unknown;
  expect(JSON.stringify(decodeWire(encodeWire(sent)))).toBe(JSON.stringify(sent));
});
