import { isObject } from '../../../core/json.ts';
import { configMapKey } from '../../names.ts';
import type { ObjectRule } from './rule.ts';

const MOST_BYTES = 1024 * 1024;

/** A ConfigMap or Secret: its keys, none of which stands twice, and its size. */
export const checkKeyedData: ObjectRule = (object, report) => {
  let size = 0;
  for (const field of ['data', 'binaryData', 'stringData']) {
    const data = object[field];
    if (!isObject(data)) continue;
    for (const [key, value] of Object.entries(data)) {
      for (const complaint of configMapKey(key)) report.invalid([field, key], key, complaint);
      if (typeof value === 'string') size += Buffer.byteLength(value);
    }
  }
  const { data, binaryData } = object;
  if (isObject(data) && isObject(binaryData)) {
    for (const key of Object.keys(data).filter((one) => Object.hasOwn(binaryData, one))) {
      report.invalid(['data', key], key, 'duplicate of key present in binaryData');
    }
  }
  // What is base64 here is smaller once it is decoded.
  if (object['kind'] === 'ConfigMap' && !isObject(binaryData) && size > MOST_BYTES) report.tooLong([], MOST_BYTES);
};
