import { strFromU8, strToU8 } from 'fflate';

/**
 * How a value with bytes in it travels over http: a JSON head, then the typed arrays as they are.
 * Layout: head length (uint32, little endian), head as UTF-8 JSON, then each array from an offset that is
 * a multiple of 8, counted from the first multiple of 8 after the head.
 */
interface Head {
  value: unknown;
  arrays: { type: ArrayType; byteLength: number }[];
  /** Whether `value` holds marks that must be put back. */
  marked: boolean;
}

const arrayTypes = { Uint8Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array };
type ArrayType = keyof typeof arrayTypes;
type TypedArray = InstanceType<(typeof arrayTypes)[ArrayType]>;

/** Stands in the JSON for what JSON can't say. An object that has this key of its own is wrapped once more. */
const MARK = '$wire';
const PREFIX_BYTES = 4;
const align = (offset: number) => Math.ceil(offset / 8) * 8;

function arrayTypeOf(value: unknown): ArrayType | null {
  if (!ArrayBuffer.isView(value)) return null;
  for (const type of Object.keys(arrayTypes) as ArrayType[]) {
    // A Node Buffer is a Uint8Array too.
    if (value instanceof arrayTypes[type]) return type;
  }
  throw new TypeError('The bridge carries no arrays of this kind.');
}

/** JSON-like values, typed arrays, dates, NaN and infinities → bytes. Undefined members are left out. */
export function encodeWire(input: unknown): Uint8Array<ArrayBuffer> {
  const arrays: TypedArray[] = [];
  const head: Head = { value: null, arrays: [], marked: false };
  const mark = (kind: string, content: unknown) => {
    head.marked = true;
    return { [MARK]: kind, content };
  };
  const replace = (value: unknown): unknown => {
    if (typeof value === 'number') return Number.isFinite(value) ? value : mark('number', String(value));
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(replace);
    if (value instanceof Date) return mark('date', value.getTime());
    const type = arrayTypeOf(value);
    if (type !== null) {
      head.arrays.push({ type, byteLength: (value as TypedArray).byteLength });
      return mark('array', arrays.push(value as TypedArray) - 1);
    }
    // Defined, not assigned: a member called __proto__ is a member like any other.
    const copy = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, replace(member)]));
    return Object.hasOwn(copy, MARK) ? mark('object', copy) : copy;
  };
  head.value = replace(input);
  const headBytes = strToU8(JSON.stringify(head));
  const start = align(PREFIX_BYTES + headBytes.length);
  const size = arrays.reduce((offset, array) => align(offset + array.byteLength), start);
  const out = new Uint8Array(size);
  new DataView(out.buffer).setUint32(0, headBytes.length, true);
  out.set(headBytes, PREFIX_BYTES);
  let offset = start;
  for (const array of arrays) {
    out.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset = align(offset + array.byteLength);
  }
  return out;
}

/**
 * The inverse of encodeWire. The arrays are copies, each with a buffer of its own.
 * @throws RangeError or SyntaxError where the bytes are not a message, or are cut off
 */
export function decodeWire(message: Uint8Array): unknown {
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  const headLength = view.getUint32(0, true);
  if (PREFIX_BYTES + headLength > message.length) throw new RangeError('The message is cut off.');
  const head = JSON.parse(strFromU8(message.subarray(PREFIX_BYTES, PREFIX_BYTES + headLength))) as Head;
  let offset = align(PREFIX_BYTES + headLength);
  const arrays = head.arrays.map(({ type, byteLength }) => {
    if (offset + byteLength > message.length) throw new RangeError('The message is cut off.');
    // Not slice(): a Node Buffer's is a view.
    const own = new Uint8Array(byteLength);
    own.set(message.subarray(offset, offset + byteLength));
    offset = align(offset + byteLength);
    return new arrayTypes[type](own.buffer);
  });
  return head.marked ? restore(head.value, arrays) : head.value;
}

function restore(value: unknown, arrays: readonly TypedArray[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((member) => restore(member, arrays));
  const record = value as Record<string, unknown>;
  const restoreMembers = (members: object) =>
    Object.fromEntries(Object.entries(members).map(([key, member]) => [key, restore(member, arrays)]));
  switch (record[MARK]) {
    case undefined:
      return restoreMembers(record);
    case 'number':
      return Number(record.content);
    case 'date':
      return new Date(record.content as number);
    case 'array':
      return arrays[record.content as number];
    case 'object':
      return restoreMembers(record.content as object);
    default:
      throw new SyntaxError('The message holds a mark that is not known.');
  }
}
