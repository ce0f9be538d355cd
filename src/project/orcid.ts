const ORCID = /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/;

/** Whether a text is an ORCID iD without its address: form and check digit (ISO 7064, MOD 11-2). */
export function isOrcid(text: string): boolean {
  if (!ORCID.test(text)) return false;
  const digits = text.replaceAll('-', '');
  let total = 0;
  for (const digit of digits.slice(0, -1)) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return digits.at(-1) === (check === 10 ? 'X' : String(check));
}
