import type { Documents, Store, SyncItem } from '@saphena/client'

/** A store that keeps of a recalled article why it was recalled, and nothing that one could follow. */
export const withoutRecalledText = <Kept extends Store>(store: Kept): Kept => ({
  ...store,
  apply: (change) => store.apply({ ...change, items: change.items.map(withoutText) }),
})

function withoutText(item: SyncItem): SyncItem {
  if (item.op !== 'upsert' || item.type !== 'articles') return item
  const article = item.document as unknown as Documents['articles']
  if (article.recall?.kind !== 'recalled') return item
  const emptied: Documents['articles'] = {
    ...article,
    summary: null,
    sections: [],
    keyPoints: [],
    references: [],
    seekCare: { urgency: null, text: null },
    symptoms: [],
    remedies: [],
    clinics: [],
    hero: null,
    images: [],
    jsonLd: { '@context': 'https://schema.org', '@type': 'MedicalWebPage' },
  }
  return { ...item, document: { ...emptied } }
}
