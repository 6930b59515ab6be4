/** DOI: the prefix 10., a registrant code and a suffix. Source: ISO 26324; Crossref's recommended pattern for current DOIs. */
export const checkDoi = (value: string | null | undefined): true | string =>
  !value ||
  /^10\.\d{4,9}\/[-._;()/:a-z0-9]+$/i.test(value) ||
  'A DOI looks like 10.1000/xyz123, without https://doi.org/ before it.'

/** PubMed identifier: one to eight digits, no leading zero. Source: NLM, PubMed field description PMID. */
export const checkPmid = (value: string | null | undefined): true | string =>
  !value || /^[1-9]\d{0,7}$/.test(value) || 'A PubMed id has one to eight digits, such as 12345678.'

/** An address that a reader may follow. */
export const checkUrl = (value: string | null | undefined): true | string => {
  if (!value) return true
  try {
    return ['http:', 'https:'].includes(new URL(value).protocol) || 'The address must begin with https:// or http://.'
  } catch {
    return 'This is not a complete address, such as https://example.org/page.'
  }
}
