/** Numbers of the model, which are texts, as typed values: exact or not at all. */

const INT64_DIGITS = 19;
const INT64 = { least: -(2n ** 63n), greatest: 2n ** 63n - 1n };

/** The integer, where 64 bits hold it. */
export function toInt64(text: string): bigint | undefined {
  const [, sign = '', digits = ''] = /^([+-]?)0*(\d+)$/.exec(text) ?? [];
  if (digits === '' || digits.length > INT64_DIGITS) return undefined;
  const value = BigInt(sign === '-' ? `-${digits}` : digits);
  return value >= INT64.least && value <= INT64.greatest ? value : undefined;
}

/** The decimal with digits before and behind its point and no `+`: `+.50` → `0.50`, `7.` → `7`. No digit is lost. */
export function toDecimal(text: string): string | undefined {
  const match = /^([+-]?)0*(\d*)(?:\.(\d*))?$/.exec(text);
  if (!match || !/\d/.test(text)) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = `${whole || '0'}${fraction && `.${fraction}`}`;
  return sign === '-' && /[1-9]/.test(digits) ? `-${digits}` : digits;
}
