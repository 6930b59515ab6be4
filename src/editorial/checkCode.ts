export type CodeSystem = 'snomed' | 'icd-10-cm' | 'mesh'

/** Whether a code has the form of its system: `true`, or a sentence that says what is wrong. It does not say that the code exists. */
export function checkCode(system: CodeSystem, code: string): true | string {
  switch (system) {
    case 'snomed':
      return checkSctid(code)
    case 'icd-10-cm':
      // ICD-10-CM Official Guidelines, I.A.2: three to seven characters, a point after the third; the seventh may be a letter.
      return /^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/.test(code) || 'An ICD-10-CM code looks like R25.2 or S82.101A.'
    case 'mesh':
      return /^[DCQ]\d{6}(\d{3})?$/.test(code) || 'A MeSH unique identifier looks like D009120.'
  }
}

/**
 * SNOMED CT identifier: 6 to 18 digits, a partition identifier that names a concept (00 for core, 10 for extension content),
 * and Verhoeff's check digit. Source: SNOMED CT Release File Specification, section "SCTID".
 */
function checkSctid(code: string): true | string {
  if (!/^[1-9]\d{5,17}$/.test(code)) return 'A SNOMED CT identifier has 6 to 18 digits and does not begin with 0.'
  if (!hasVerhoeffCheckDigit(code))
    return 'The check digit of this SNOMED CT identifier is wrong: a digit was mistyped.'
  if (!/(00|10)\d$/.test(code))
    return 'This SNOMED CT identifier is not that of a concept (its partition is not 00 or 10).'
  return true
}

/** The multiplication table of the dihedral group D5, the permutation by position. Source: J. Verhoeff, Error Detecting Decimal Codes, 1969. */
const times = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
  [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
  [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
  [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
  [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
  [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
  [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
  [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
  [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
] as const
const permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4] as const

function hasVerhoeffCheckDigit(digits: string): boolean {
  let check = 0
  for (let position = 0; position < digits.length; position++) {
    let digit = Number(digits[digits.length - 1 - position])
    for (let turn = 0; turn < position % 8; turn++) digit = permutation[digit] as number
    check = times[check]?.[digit] as number
  }
  return check === 0
}
