/** Longer texts are no slip of a number. */
const LONGEST_SLIP = 60;
/** Larger exponents are not written out in a suggestion. */
const LARGEST_EXPONENT = 40;

/** Whether the shortest form of the nearest double has the same value as a decimal (which has no exponent). */
export function isSafeAsDouble(decimal: string): boolean {
  const number = Number(decimal);
  return Number.isFinite(number) && canonical(decimal) === canonical(String(number));
}

/** The decimal probably meant: `1,500,000` → `1500000`, `3,5` → `3.5`, `1e6` → `1000000`. */
export function numberSlip(text: string): string | undefined {
  if (text.length > LONGEST_SLIP) return undefined;
  const tidy = text.trim().replace(/^[\u2212\u2013](?=[\d.])/, '-');
  const [, sign = '', number = ''] = /^([+-]?)([\d.,' _\u00a0\u2009\u202f’eE+-]+)$/.exec(tidy) ?? [];
  const plain = ungrouped(number) ?? expanded(number);
  return plain === undefined ? undefined : sign + plain;
}

/** The integer probably meant: as {@link numberSlip}, and `5.0` → `5`. */
export function integerSlip(text: string): string | undefined {
  const tidy = text.trim();
  const plain = /^[+-]?\d+(?:\.0*)?$/.test(tidy) ? tidy : numberSlip(text);
  const [, integer] = /^([+-]?\d+)(?:\.0*)?$/.exec(plain ?? '') ?? [];
  return integer;
}

/** Takes the separators of thousands out; a single comma before three digits is one, before others a decimal comma. */
function ungrouped(text: string): string | undefined {
  if (/^(?:\d+\.?\d*|\.\d+)$/.test(text)) return text;
  if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return text.replaceAll(',', '');
  if (/^[1-9]\d{0,2}(?:\.\d{3}){2,}$|^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/.test(text)) {
    return text.replaceAll('.', '').replace(',', '.');
  }
  if (/^[1-9]\d{0,2}(?:([' _\u00a0\u2009\u202f’])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/.test(text)) {
    return text.replace(/[' _\u00a0\u2009\u202f’]/g, '').replace(',', '.');
  }
  return /^\d+,\d+$/.test(text) ? text.replace(',', '.') : undefined;
}

/** Writes an exponent out. */
function expanded(text: string): string | undefined {
  const [, whole, fraction = '', power] = /^(\d+)(?:\.(\d*))?[eE]([+-]?\d{1,3})$/.exec(text) ?? [];
  if (whole === undefined || Math.abs(Number(power)) > LARGEST_EXPONENT) return undefined;
  const digits = whole + fraction;
  const point = whole.length + Number(power);
  const integer =
    digits
      .slice(0, Math.max(0, point))
      .padEnd(point, '0')
      .replace(/^0+(?=\d)/, '') || '0';
  const rest = '0'.repeat(Math.max(0, -point)) + digits.slice(Math.max(0, point));
  return rest === '' ? integer : `${integer}.${rest}`;
}

/** Sign, digits without zeros at either end, power of ten: equal for equal numbers. */
function canonical(text: string): string {
  const negative = text.startsWith('-');
  const [mantissa = '', exponent = '0'] = text.replace(/^[+-]/, '').split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = whole + fraction;
  let start = 0;
  while (digits[start] === '0') start++;
  if (start === digits.length) return '0';
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return `${negative ? '-' : ''}${digits.slice(start, end)}e${Number(exponent) - fraction.length + digits.length - end}`;
}
