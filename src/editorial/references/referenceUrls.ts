/** What an article cites, as far as an address can be made of it. */
export interface CitedReference {
  url?: string | null
  doi?: string | null
  pmid?: string | null
}

const longest = 2000

/** The addresses at which a reader finds an article's references: as they are given, else by their DOI, else by their PubMed id. */
export function referenceUrls(references: readonly CitedReference[] | null | undefined): string[] {
  const urls = new Set<string>()
  for (const reference of references ?? []) {
    const address = addressOf(reference)
    if (!address || !URL.canParse(address)) continue
    const url = new URL(address)
    url.hash = '' // is not sent
    if (/^https?:$/.test(url.protocol) && url.href.length <= longest) urls.add(url.href)
  }
  return [...urls]
}

function addressOf({ url, doi, pmid }: CitedReference): string | undefined {
  if (url) return url
  if (doi) return `https://doi.org/${encodeURI(doi)}`
  return pmid ? `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(pmid)}/` : undefined
}
