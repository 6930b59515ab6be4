import { createServerFeature } from '@payloadcms/richtext-lexical'

/** The server's half of `admin/paste/CleanPasteFeature`: names it, so that the editor loads it in the browser. */
export const cleanPasteFeature = createServerFeature({
  feature: { ClientFeature: '/editorial/admin/paste/CleanPasteFeature#CleanPasteFeature' },
  key: 'cleanPaste',
})
